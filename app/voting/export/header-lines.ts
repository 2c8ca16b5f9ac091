import { constantsOf, RULES_VERSION } from './constants.ts'
import { EXPORT_VERSION, type ExportHeader } from './export-format.ts'
import type { MisfitReason } from './misfit.ts'
import type { Checked } from './read-line.ts'

/** What was read of a header so far. */
export type GrowingHeader = Partial<ExportHeader> & { constants: [string, number][] }

export type HeaderLine = Exclude<Checked, { kind: 'entry' | 'receipt' | 'head' | 'standing' }>

/** Puts a line into the header; answers what does not fit of it, or null. */
export function takeHeaderLine(header: GrowingHeader, line: HeaderLine): MisfitReason | null {
  switch (line.kind) {
    case 'placet-export':
      return line.version === EXPORT_VERSION ? null : { what: 'unknown-version', found: line.version }
    case 'rules':
      header.rulesVersion = line.version
      return line.version === RULES_VERSION ? null : { what: 'unknown-rules', found: line.version }
    case 'contest':
      Object.assign(header, { contestId: line.contestId, slug: line.slug })
      return null
    case 'method':
      header.method = line.method
      return null
    case 'closed':
      header.closedAt = line.at
      return null
    case 'frozen':
      Object.assign(header, { frozenAt: line.at, frozenHead: { sequence: line.sequence, hash: line.hash } })
      return null
    case 'record':
      header.lastHead = { sequence: line.sequence, hash: line.hash }
      // Behind the last event no other lies.
      return (header.frozenHead?.sequence ?? 0) > line.sequence ? { what: 'wrong-last-head' } : null
    case 'holds':
      header.holds = { entries: line.entries, receipts: line.receipts, heads: line.heads }
      return null
    case 'nonce':
      header.nonce = line.nonce
      return null
    case 'constant': {
      const [name, value] = constantsOf(header.method ?? 'scores')[header.constants.length] ?? []
      header.constants.push([line.name, line.value])
      const same = name === line.name && value === line.value
      return same ? null : { what: 'wrong-constant', expected: name === line.name ? (value ?? null) : null }
    }
  }
}

/** null while a line of it is missing. */
export function completeHeader(header: GrowingHeader): ExportHeader | null {
  const { rulesVersion, contestId, slug, method, closedAt, frozenAt, frozenHead, lastHead, holds, nonce, constants } =
    header
  if (rulesVersion === undefined || contestId === undefined || slug === undefined || method === undefined) return null
  if (closedAt === undefined || frozenAt === undefined || nonce === undefined) return null
  if (frozenHead === undefined || lastHead === undefined || holds === undefined) return null
  return { rulesVersion, contestId, slug, method, closedAt, frozenAt, frozenHead, lastHead, holds, nonce, constants }
}
