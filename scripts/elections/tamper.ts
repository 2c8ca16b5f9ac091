import type { Chance } from './chance.ts'

export interface Tampered {
  /** As bytes, one a character. */
  text: string
  what: string
  /** The first line that is not what it was. */
  line: number
  /** Of the event that was there, or should have been; null where none is concerned. */
  sequence: number | null
}

const WAYS = ['flip', 'delete', 'insert', 'delete row', 'duplicate row', 'swap rows', 'insert row', 'cut'] as const

/**
 * One byte or one row of an export, changed by chance; never into what it was, and never cut to what it was before the decision, which is
 * a whole export too.
 */
export function tamper(text: string, chance: Chance): Tampered {
  const undecided = text.slice(0, text.indexOf('\n', text.indexOf('\ndigest ') + 1) + 1)
  for (;;) {
    const what = chance.one(WAYS)
    const tampered =
      what.endsWith('row') || what.endsWith('rows') ? tamperRow(text, what, chance) : tamperByte(text, what, chance)
    if (tampered !== text && tampered !== undecided) return { text: tampered, what, ...whereOf(text, tampered) }
  }
}

function tamperByte(text: string, what: (typeof WAYS)[number], chance: Chance): string {
  const at = chance.whole(text.length)
  if (what === 'cut') return text.slice(0, at)
  // Half of them look like what stands there: a digit for a digit is what somebody would change on purpose.
  const byte = chance.perCent(50) ? chance.one([...'0123456789abcdef- \n']) : String.fromCharCode(chance.whole(256))
  return text.slice(0, at) + (what === 'delete' ? '' : byte) + text.slice(what === 'insert' ? at : at + 1)
}

function tamperRow(text: string, what: (typeof WAYS)[number], chance: Chance): string {
  const rows = text.split('\n').slice(0, -1)
  const [at, other] = [chance.whole(rows.length), chance.whole(rows.length)]
  const [row, otherRow] = [rows[at] ?? '', rows[other] ?? '']
  if (what === 'delete row') rows.splice(at, 1)
  if (what === 'duplicate row') rows.splice(at, 0, row)
  if (what === 'insert row') rows.splice(at, 0, otherRow)
  if (what === 'swap rows') {
    rows[at] = otherRow
    rows[other] = row
  }
  return rows.map((line) => `${line}\n`).join('')
}

function whereOf(before: string, after: string): Pick<Tampered, 'line' | 'sequence'> {
  // With their line feeds: a last line without one is not what it was.
  const [was, is] = [before.split(/(?<=\n)/), after.split(/(?<=\n)/)]
  const changed = was.findIndex((line, index) => line !== is[index])
  const at = changed === -1 ? was.length : changed
  const due = was.slice(0, at).filter((line) => line.startsWith('event ')).length + 1
  const ofEvents = (line: string | undefined) => line?.startsWith('event ') ?? false
  return { line: at + 1, sequence: ofEvents(was[at]) || ofEvents(is[at]) ? due : null }
}
