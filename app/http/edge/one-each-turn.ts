/** Begins work at once, and what comes with it one by one in the turns of the event loop that follow. */
export type OneEachTurn = (begin: () => void) => void

/**
 * To begin a page costs some milliseconds before it first waits for anything. Requests that arrive together would all begin in the one
 * turn in which they are read, and everybody else, timers and sockets, would wait for the sum.
 */
export function oneEachTurn(): OneEachTurn {
  const waiting: (() => void)[] = []
  let begunOne = false

  function goOn(): void {
    const begin = waiting.shift()
    if (!begin) begunOne = false
    else beginOne(begin)
  }

  function beginOne(begin: () => void): void {
    begunOne = true
    // Asked for from within an immediate, it comes in the next turn, not in this one.
    setImmediate(goOn)
    begin()
  }

  return (begin) => {
    if (begunOne) waiting.push(begin)
    else beginOne(begin)
  }
}
