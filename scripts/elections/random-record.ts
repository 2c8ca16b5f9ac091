import { writeDecision } from '#app/jury/export/write-decision.ts'
import { countVote } from '#app/voting/count.ts'
import { constantsOf, RULES_VERSION } from '#app/voting/export/constants.ts'
import type { ExportEntry, ExportHeader, KeptHead, Method } from '#app/voting/export/export-format.ts'
import { NODE_HASHING } from '#app/voting/export/node-hashing.server.ts'
import { beginExport, type ExportedEvent, eventLine } from '#app/voting/export/write-export.ts'
import { genesisText, type Head, linkText, type RecordedEvent } from '#app/voting/record.ts'
import { replayVote } from '#app/voting/replay.ts'
import type { Chance } from './chance.ts'
import { decisionOf, type RandomDecision, randomDecision } from './random-decision.ts'

/** What happened in a vote that never was, as its record says it. */
export interface RandomRecord {
  contestId: string
  entries: ExportEntry[]
  receipts: string[]
  events: ExportedEvent[]
  heads: KeptHead[]
  frozenHead: Head
  method: Method
  /** null for a vote that the jury has not ruled on yet. */
  decision: RandomDecision | null
}

type Happened = Omit<RecordedEvent, 'sequence' | 'minute'>

const MOST_VOTERS = 12
const MOST_ENTRIES = 9
const DUELS_PER_CENT = 50
const DECIDED_PER_CENT = 60
const NOTHING = { pseudonym: null, entryId: null, againstId: null, value: null }

/**
 * A small record with everything in it that a record can hold: scores or duels, changes, withdrawals, staff, quarantine, release, exclusion;
 * and the jury's ladder of most, with vetoes, recusals, empty seats and take-downs.
 * Of a hundred DUELS_PER_CENT are of contests by duels.
 */
export function randomRecord(
  chance: Chance,
  method: Method = chance.perCent(DUELS_PER_CENT) ? 'duels' : 'scores',
): RandomRecord {
  const contestId = chance.hex(16)
  const entries = Array.from({ length: 1 + chance.whole(MOST_ENTRIES) }, (_, at) => anEntry(chance, at))
  const voters = Array.from({ length: chance.whole(MOST_VOTERS) }, () => chance.hex(32))
  const cast = shuffled(
    chance,
    voters.flatMap((pseudonym) => VOTED[method](chance, pseudonym, entries)),
  )
  const changes = cast.filter(() => chance.perCent(20)).map((event) => changed(chance, event))
  const begun = [...new Set(cast.map(({ pseudonym }) => pseudonym))]
  const gone = entries
    .filter(() => chance.perCent(10))
    .map(({ entryId }): Happened => ({ ...NOTHING, kind: 'withdrawal', entryId }))
  const marks = begun.flatMap((pseudonym) => marksOf(chance, pseudonym))
  const before = [...cast, ...changes, ...gone, ...marks.filter(() => chance.perCent(50))]
  const after = begun.flatMap((pseudonym): Happened[] => [
    { ...NOTHING, kind: 'handed', pseudonym, value: chance.whole(2 * MOST_ENTRIES) },
    ...(chance.perCent(8) ? [{ ...NOTHING, kind: 'staff' as const, pseudonym }] : []),
    ...(chance.perCent(8) ? [{ ...NOTHING, kind: 'exclusion' as const, pseudonym }] : []),
  ])
  const events = chainEvents(contestId, [...before, ...after])
  const headAt = (count: number): Head => events[count - 1] ?? genesis(contestId)
  const heads = events.filter((event) => event.sequence === events.length || chance.perCent(10)).map(publishedHead)
  const stood = entries.map((entry) =>
    gone.some(({ entryId }) => entryId === entry.entryId) ? { ...entry, buyMarks: 0 } : entry,
  )
  return {
    contestId,
    entries: stood,
    receipts: begun.map(() => chance.hex(32)).sort(),
    events,
    heads,
    frozenHead: headAt(before.length),
    method,
    decision: chance.perCent(DECIDED_PER_CENT) ? randomDecision(chance, stood) : null,
  }
}

/** Chained as the app chains them. */
export function chainEvents(contestId: string, happened: readonly Happened[]): ExportedEvent[] {
  let { hash } = genesis(contestId)
  return happened.map((befell, at) => {
    const event = { ...befell, sequence: at + 1, minute: minuteAt(at) }
    hash = NODE_HASHING.of(linkText(hash, event))
    return { ...event, hash }
  })
}

/** The export of a record, counted by the app's own rules. */
export function exportRecord(record: RandomRecord): string {
  const { contestId, entries, receipts, events, heads, frozenHead, method } = record
  const header: ExportHeader = {
    ...{ rulesVersion: RULES_VERSION, contestId, slug: 'a-boot-for-rain', method },
    ...{
      closedAt: '2026-03-30T18:00:00.000Z',
      frozenAt: '2026-03-30T18:00:00.004Z',
      nonce: NODE_HASHING.of(contestId),
    },
    ...{ frozenHead, lastHead: events.at(-1) ?? genesis(contestId), constants: constantsOf(method) },
    holds: { entries: entries.length, receipts: receipts.length, heads: heads.length },
  }
  const counted = countVote(replayVote(entries, events), method)
  const writer = beginExport(NODE_HASHING)
  const pieces = [
    writer.opening({ header, entries }),
    writer.receipts(receipts),
    writer.heads(heads),
    writer.events(events.map(eventLine).join('')),
  ]
  const { text, digest } = writer.closing(counted)
  const decided = record.decision && decisionOf(record.decision, counted.official)
  return `${pieces.join('')}${text}${decided ? writeDecision(NODE_HASHING, digest, decided) : ''}`
}

function anEntry(chance: Chance, at: number): ExportEntry {
  const submittedAt = `2026-03-0${1 + (at % 3)}T09:00:00.000Z`
  return { entryId: chance.hex(16), submittedAt, buyMarks: chance.whole(3) }
}

type Voted = (chance: Chance, pseudonym: string, entries: readonly ExportEntry[]) => Happened[]

const VOTED: Record<Method, Voted> = { scores: scoresOf, duels: duelsOf }

function scoresOf(...[chance, pseudonym, entries]: Parameters<Voted>): Happened[] {
  const often = chance.one([20, 60, 100])
  const same = chance.perCent(15) ? chance.whole(6) : null
  return entries
    .filter(() => chance.perCent(often))
    .map(({ entryId }) => ({ ...NOTHING, kind: 'score' as const, pseudonym, entryId, value: same ?? chance.whole(6) }))
}

/** Each two at most once; who always answers the same, or always "neither", is among them. */
function duelsOf(...[chance, pseudonym, entries]: Parameters<Voted>): Happened[] {
  const often = chance.one([10, 30, 100])
  const same = chance.perCent(25) ? chance.whole(3) : null
  const pairs = entries.flatMap((a, at) => entries.slice(at + 1).map((b) => (chance.perCent(50) ? [a, b] : [b, a])))
  return pairs
    .filter(() => chance.perCent(often))
    .map(([first, second]) => ({
      ...{ kind: 'duel' as const, pseudonym, value: same ?? chance.whole(3) },
      ...{ entryId: first?.entryId ?? null, againstId: second?.entryId ?? null },
    }))
}

/** An answer to a duel is changed by another on the same two; the record would take it with their sides swapped too. */
function changed(chance: Chance, event: Happened): Happened {
  if (event.kind !== 'duel') return { ...event, kind: 'change', value: chance.whole(6) }
  const { entryId, againstId } = event
  const sides = chance.perCent(30) ? { entryId: againstId, againstId: entryId } : {}
  return { ...event, ...sides, value: chance.whole(3) }
}

function marksOf(chance: Chance, pseudonym: string | null): Happened[] {
  if (!chance.perCent(30)) return []
  const kinds = chance.one([['quarantine'], ['quarantine', 'release'], ['quarantine', 'exclusion']] as const)
  return kinds.map((kind) => ({ ...NOTHING, kind, pseudonym }))
}

function genesis(contestId: string): Head {
  return { sequence: 0, hash: NODE_HASHING.of(genesisText(contestId)) }
}

function publishedHead({ sequence, hash }: Head): KeptHead {
  return { sequence, hash, publishedAt: '2026-03-30T18:00:00.004Z' }
}

function minuteAt(at: number): string {
  return `${new Date(Date.UTC(2026, 2, 25, 12, Math.floor(at / 3))).toISOString().slice(0, 16)}Z`
}

function shuffled<Thing>(chance: Chance, things: readonly Thing[]): Thing[] {
  const left = [...things]
  return things.flatMap(() => left.splice(chance.whole(left.length), 1))
}
