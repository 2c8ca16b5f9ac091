/** People who wait for one thing, each with any number of wishes: it goes round, one wish of everybody's, then the next of each. */
export interface FairLine<Wish> {
  /** false when the line, or this person's part of it, is full. */
  join(person: string, wish: Wish): boolean
  next(): Wish | undefined
  /** Everybody leaves. */
  empty(): Wish[]
}

export function openFairLine<Wish>(most: { inAll: number; perPerson: number }): FairLine<Wish> {
  // In the order of whose turn it is.
  const wishes = new Map<string, Wish[]>()
  let waiting = 0

  function join(person: string, wish: Wish): boolean {
    const own = wishes.get(person) ?? []
    if (waiting >= most.inAll || own.length >= most.perPerson) return false
    own.push(wish)
    wishes.set(person, own)
    waiting += 1
    return true
  }

  function next(): Wish | undefined {
    const [turn] = wishes
    if (!turn) return undefined
    const [person, own] = turn
    const wish = own.shift()
    wishes.delete(person)
    if (own.length > 0) wishes.set(person, own)
    waiting -= 1
    return wish
  }

  function empty(): Wish[] {
    const all = [...wishes.values()].flat()
    wishes.clear()
    waiting = 0
    return all
  }

  return { join, next, empty }
}
