import type { LogLine } from '#app/contests/public-log.server.ts'

/** Acts that come by the dozen, each as ordinary as the next; everything else stands by itself. */
const BY_THE_DOZEN = ['entry-submitted', 'verdict-given', 'entry-answered'] as const
export type CommonKind = (typeof BY_THE_DOZEN)[number]

/** Two of a kind are still read faster than unfolded. */
const GROUP_LEAST = 3

export type LogGroup = { kind: CommonKind; lines: LogLine[] }

/** Equal acts that follow one another become one group; the order stays. */
export function groupLines(lines: readonly LogLine[]): (LogLine | LogGroup)[] {
  const stretches: LogLine[][] = []
  for (const line of lines) {
    const last = stretches.at(-1)
    if (last?.[0]?.kind === line.kind) last.push(line)
    else stretches.push([line])
  }
  return stretches.flatMap((stretch): (LogLine | LogGroup)[] => {
    const kind = BY_THE_DOZEN.find((common) => common === stretch[0]?.kind)
    return kind && stretch.length >= GROUP_LEAST ? [{ kind, lines: stretch }] : stretch
  })
}
