import type { ContestCard } from '#app/contests/contest-lists.server.ts'
import type { Phase } from '#app/contests/schedule.ts'

/** What most wants people comes first: entries, then votes, then what is about to begin, then what awaits its verdict. */
const ORDER: readonly Phase[] = ['open', 'voting', 'announced', 'jury']

/** The one contest that fills the first screen; the latest result while nothing runs; null in an empty house. */
export function chooseLead<Card extends Pick<ContestCard, 'phase'>>(
  running: readonly Card[],
  ended: readonly Card[],
): Card | null {
  for (const phase of ORDER) {
    const found = running.find((contest) => contest.phase === phase)
    if (found) return found
  }
  return ended.find(({ phase }) => phase === 'decided') ?? null
}
