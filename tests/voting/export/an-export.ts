import { createHash } from 'node:crypto'
import type { ExportHeader, Hashing } from '#app/voting/export/export-format.ts'
import type { ExportedEvent } from '#app/voting/export/write-export.ts'
import { genesisText, type Head, linkText, type RecordedEvent } from '#app/voting/record.ts'

const of = (text: string) => createHash('sha256').update(text).digest('hex')

export const HASHING: Hashing = {
  of,
  begin() {
    const hash = createHash('sha256')
    return { add: (text) => void hash.update(text), hex: () => hash.digest('hex') }
  },
}

export const CONTEST_ID = 'abcdefghjkmnpqrs'

/** Numbers and chains what happened, as appending it to the record does. */
export function chained(
  happened: readonly Omit<RecordedEvent, 'sequence' | 'minute'>[],
  contestId = CONTEST_ID,
): ExportedEvent[] {
  let hash = of(genesisText(contestId))
  return happened.map((befell, index) => {
    const event = { sequence: index + 1, minute: '2026-03-25T12:00Z', ...befell }
    hash = of(linkText(hash, event))
    return { ...event, hash }
  })
}

export function headOf(events: readonly ExportedEvent[], contestId = CONTEST_ID): Head {
  return events.at(-1) ?? { sequence: 0, hash: of(genesisText(contestId)) }
}

export function aHeader(heads: { frozenHead: Head; lastHead: Head }): ExportHeader {
  return {
    rulesVersion: 3,
    contestId: CONTEST_ID,
    slug: 'a-boot-for-rain',
    method: 'scores',
    closedAt: '2026-03-30T18:00:00.000Z',
    frozenAt: '2026-03-30T18:00:00.004Z',
    nonce: 'f'.repeat(64),
    holds: { entries: 2, receipts: 1, heads: 1 },
    constants: [['reach', 1]],
    ...heads,
  }
}
