import type { Kysely } from 'kysely'
import { countedEventLines } from '#db/ballot-event-lines.server.ts'
import { runPrepared } from '#db/prepared.server.ts'
import type { Database } from '#db/schema.ts'

/** Some two megabytes of text. */
const EVENTS_A_PIECE = 20_000

/** The record of a vote as the count reads it (event-lines.ts), from its first event to the given one, piece by piece. */
export async function* readRecordLines(
  db: Kysely<Database>,
  { contestId, until }: { contestId: string; until: number },
): AsyncGenerator<{ lines: Uint8Array; after: number; sequence: number }> {
  for (let after = 0; after < until; after += EVENTS_A_PIECE) {
    const sequence = Math.min(until, after + EVENTS_A_PIECE)
    const [piece] = await runPrepared(db, countedEventLines, { contestId, after, until: sequence })
    yield { lines: piece?.lines ?? new Uint8Array(), after, sequence }
  }
}
