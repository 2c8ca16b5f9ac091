/** One at a time for each key. */
export interface Turns {
  /** Whoever comes ends the one before: `ended` resolves for that one, whose work should then stop as soon as it can. */
  take<Answer>(key: string, work: (ended: Promise<null>) => Promise<Answer>): Promise<Answer>
}

/**
 * The newest sender of an upload is the one that is still there: when a connection was lost, the server may hear of it only a minute
 * later, and the same person is back long before.
 */
export function createTurns(): Turns {
  const taken = new Map<string, { end: () => void; over: Promise<unknown> }>()

  async function take<Answer>(key: string, work: (ended: Promise<null>) => Promise<Answer>): Promise<Answer> {
    for (let before = taken.get(key); before; before = taken.get(key)) {
      before.end()
      await before.over
    }
    let end = () => {}
    const ended = new Promise<null>((resolve) => {
      end = () => resolve(null)
    })
    const answer = work(ended).finally(() => taken.delete(key))
    taken.set(key, { end, over: answer.catch(() => null) })
    return answer
  }

  return { take }
}
