import type { BallotTotals } from '../count.ts'
import type { StandingLine } from '../standings.ts'
import type { CheckReport } from './check-export.ts'
import { constantsOf } from './constants.ts'
import {
  checkOf,
  type ExportEntry,
  type ExportHeader,
  FIRST_CHECK,
  type KeptHead,
  standingText,
  VIEWS,
} from './export-format.ts'
import { type FollowedEvents, followEvents } from './follow-events.ts'
import type { FollowDetails, FollowedLines, FollowedSequel } from './followed-lines.ts'
import { completeHeader, type GrowingHeader, takeHeaderLine } from './header-lines.ts'
import type { Misfit, MisfitReason } from './misfit.ts'
import { type Checked, type ExportLine, KINDS_IN_ORDER, readLine } from './read-line.ts'

const EVENT_RANK = KINDS_IN_ORDER.indexOf('event')
const CONSTANT_RANK = KINDS_IN_ORDER.indexOf('constant')

/** Follows an export line by line: format, order, checks, and what the lines say. */
export function followLines({ hashing, kept, sequel: beginSequel }: FollowDetails): FollowedLines {
  const header: GrowingHeader = { constants: [] }
  const entries: ExportEntry[] = []
  const heads: KeptHead[] = []
  const checked = { lines: 0, entries: 0, receipts: 0, heads: 0, events: 0, standings: 0 }
  const found: CheckReport['kept'] = {}
  let rank = -1
  let check = FIRST_CHECK
  let lastReceipt = ''
  let events: FollowedEvents | null = null
  let totals: BallotTotals | null = null
  let expected: string[] = []
  let official: readonly StandingLine[] = []
  let digest: string | null = null
  let sequel: FollowedSequel | null = null

  const misfitAt = (why: MisfitReason, sequence: number | null = null): Misfit => {
    return { line: checked.lines + 1, sequence, ...why }
  }
  const wholeHeader = () => (rank >= CONSTANT_RANK - 1 ? completeHeader(header) : null)

  function take(line: string, digestSoFar: () => string): Misfit | null {
    if (digest !== null) {
      const isEvent = line.startsWith('event ')
      const why = isEvent || !sequel ? ({ what: 'after-the-end' } as const) : sequel.take(line)
      if (why) return misfitAt(why, isEvent ? nextSequence() : null)
      checked.lines += 1
      return null
    }
    const read = readLine(line)
    if (!read) return unreadable(line)
    const why = read.kind === 'event' ? takeEvent(read) : takeOther(read, digestSoFar)
    if (why) return why
    checked.lines += 1
    return null
  }

  function unreadable(_line: string): Misfit {
    if (checked.lines === 0) return misfitAt({ what: 'not-an-export' })
    return misfitAt({ what: 'unreadable' }, eventIsDue() ? nextSequence() : null)
  }

  function whatIsMissing(): Misfit {
    if (checked.lines === 0) return misfitAt({ what: 'not-an-export' })
    return misfitAt({ what: 'cut-short' }, eventIsDue() ? nextSequence() : null)
  }

  function nextSequence(): number {
    return (events?.sequence() ?? 0) + 1
  }

  function takeEvent({ event, hash }: Extract<ExportLine, { kind: 'event' }>): Misfit | null {
    const follower = rank > EVENT_RANK ? null : beginEvents()
    if (!follower) return misfitAt({ what: 'misplaced' }, nextSequence())
    rank = EVENT_RANK
    const sequence = nextSequence()
    const why = follower.take(event, hash)
    if (why) return misfitAt(why, sequence)
    checked.events += 1
    return null
  }

  /** Whether what comes before the events is all there, and the record goes on. */
  function eventIsDue(): boolean {
    return rank <= EVENT_RANK && allBeforeEvents() !== null && nextSequence() <= (header.lastHead?.sequence ?? 0)
  }

  function allBeforeEvents(): ExportHeader | null {
    const whole = wholeHeader()
    if (!whole || whole.constants.length !== constantsOf(whole.method).length) return null
    const { holds } = whole
    const all = holds.entries === entries.length && holds.receipts === checked.receipts && holds.heads === heads.length
    return all ? whole : null
  }

  function beginEvents(): FollowedEvents | null {
    if (events) return events
    const whole = allBeforeEvents()
    if (!whole) return null
    const before = { header: whole, entries, heads, receipts: checked.receipts }
    events = followEvents({ ...before, ...(kept.head && { keptHead: kept.head }) }, hashing)
    if (kept.receipt !== undefined) found.receipt ??= false
    return events
  }

  function takeOther(line: Exclude<ExportLine, { kind: 'event' }>, digestSoFar: () => string): Misfit | null {
    const next = KINDS_IN_ORDER.indexOf(line.kind)
    if (eventIsDue()) return misfitAt({ what: next > EVENT_RANK ? 'wrong-last-head' : 'misplaced' }, nextSequence())
    // One each up to the nonce, then as many as there are of each kind.
    const inPlace = rank < CONSTANT_RANK - 1 ? next === rank + 1 : next >= Math.max(rank, CONSTANT_RANK)
    if (!inPlace) return misfitAt({ what: checked.lines === 0 ? 'not-an-export' : 'misplaced' })
    if (next > EVENT_RANK && rank <= EVENT_RANK) {
      const follower = beginEvents()
      if (!follower) return misfitAt({ what: 'misplaced' })
      const why = follower.end()
      if (why) return misfitAt(why)
      count(follower)
    }
    rank = next
    if (line.kind === 'digest') return takeDigest(line.hash, digestSoFar())
    const { text } = line
    const due = checkOf(hashing, check, text)
    if (line.check !== due) return misfitAt({ what: 'wrong-check' })
    check = due
    const why = takeFact(line)
    return why && misfitAt(why)
  }

  function count(follower: FollowedEvents): void {
    const counted = follower.count()
    totals = counted.totals
    official = counted.official
    expected = VIEWS.flatMap((view) => counted[view].map((line) => standingText(view, line)))
    const head = follower.keptHeadLiesOnIt()
    if (head !== undefined) found.head = head
  }

  function takeDigest(said: string, due: string): Misfit | null {
    const missing = expected[checked.standings]
    if (missing !== undefined) return misfitAt({ what: 'wrong-standing', expected: missing })
    if (said !== due) return misfitAt({ what: 'wrong-digest', expected: due })
    digest = due
    if (kept.digest !== undefined) found.digest = kept.digest === due
    sequel = beginSequel?.({ digest, entryIds: new Set(entries.map(({ entryId }) => entryId)), official }) ?? null
    return null
  }

  function takeFact(line: Checked): MisfitReason | null {
    switch (line.kind) {
      case 'entry': {
        const before = entries.at(-1)
        if (before && before.entryId >= line.entryId) return { what: 'misplaced' }
        entries.push({ entryId: line.entryId, submittedAt: line.submittedAt, buyMarks: line.buyMarks })
        checked.entries += 1
        return null
      }
      case 'receipt':
        if (line.code <= lastReceipt) return { what: 'misplaced' }
        lastReceipt = line.code
        checked.receipts += 1
        if (line.code === kept.receipt) found.receipt = true
        return null
      case 'head': {
        const { sequence, hash, publishedAt } = line
        if ((heads.at(-1)?.sequence ?? 0) >= sequence) return { what: 'misplaced' }
        if (sequence > (header.lastHead?.sequence ?? 0)) return { what: 'wrong-published-head' }
        heads.push({ sequence, hash, publishedAt })
        checked.heads += 1
        return null
      }
      case 'standing': {
        const due = expected[checked.standings]
        checked.standings += 1
        if (line.text === due) return null
        return due === undefined ? { what: 'misplaced' } : { what: 'wrong-standing', expected: due }
      }
      default:
        return takeHeaderLine(header, line)
    }
  }

  return {
    take,
    unreadable,
    missing: () => (digest === null || sequel?.mayEndHere() === false ? whatIsMissing() : null),
    ended: () => digest !== null,
    report: () => ({ header: wholeHeader(), checked, totals, digest, kept: found }),
  }
}
