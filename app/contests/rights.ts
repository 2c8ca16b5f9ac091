import { m } from '#app/i18n/paraglide/messages.js'
import type { RightsKind } from './brief.ts'

export interface RightsTerms {
  rightsKind: RightsKind
  /** Days from the close of voting; 0 for none. */
  exclusivityDays: number
  /** Hundredths of a per cent of net sales. */
  royaltyBasisPoints: number
}

export const RIGHTS_WHOSE: Record<RightsKind, () => string> = {
  open: () => m.contests_rights_whose_open(),
  licence: () => m.contests_rights_whose_licence(),
  assignment: () => m.contests_rights_whose_assignment(),
}

export const RIGHTS_NAMES: Record<RightsKind, () => string> = {
  open: () => m.contests_rights_open(),
  licence: () => m.contests_rights_licence(),
  assignment: () => m.contests_rights_assignment(),
}

/** The terms in three plain sentences: whose the design is, how long it is held, what it earns. */
export function rightsInWords(
  { rightsKind, exclusivityDays, royaltyBasisPoints }: RightsTerms,
  locale: string,
): [string, string, string] {
  const royalty = royaltyBasisPoints / 10_000
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(royalty)
  return [
    RIGHTS_WHOSE[rightsKind](),
    exclusivityDays === 0 ? m.contests_rights_held_not() : m.contests_rights_held({ days: exclusivityDays }),
    royaltyBasisPoints === 0 ? m.contests_rights_earns_not() : m.contests_rights_earns({ percent }),
  ]
}
