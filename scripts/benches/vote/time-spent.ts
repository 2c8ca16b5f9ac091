import type { ChildProcess } from 'node:child_process'

/** The time of a core that a server spends, whatever else the machine does: it says more than the clock where others are at work too. */
const ASK = 'time spent?'

interface Told {
  spentMs: number
}

/** In the server: answers each time that it is asked. */
export function tellTimeSpent(): void {
  process.on('message', (asked) => {
    if (asked !== ASK) return
    const { user, system } = process.cpuUsage()
    process.send?.({ spentMs: (user + system) / 1000 } satisfies Told)
  })
}

/** In the bench: milliseconds of one core since the server began. */
export function askTimeSpent(server: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    server.once('message', (told) => resolve((told as Told).spentMs))
    server.send(ASK)
  })
}
