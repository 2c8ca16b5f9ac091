import { formatList, formatPercent } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { digestOf } from '#app/voting/digest.ts'

/** What the agreement must say. The rights are those promised when the contest was published. */
export interface AgreementFacts {
  brand: string
  contest: string
  title: string
  designers: readonly string[]
  rightsKind: 'open' | 'licence' | 'assignment'
  /** Days from the close of voting; 0 for none. */
  exclusivityDays: number
  royaltyBasisPoints: number
  rightsTerms: string
}

const RIGHTS = {
  open: m.agreement_rights_open,
  licence: m.agreement_rights_licence,
  assignment: m.agreement_rights_assignment,
} as const

/** The agreement's text, in Markdown, in the language of whoever reads it; the signature keeps it as it was read. */
export function agreementText(facts: AgreementFacts): string {
  const { exclusivityDays, royaltyBasisPoints, rightsTerms } = facts
  const [brand, contest, title] = [asWritten(facts.brand), asWritten(facts.contest), asWritten(facts.title)]
  const makers = facts.designers.map(asWritten)
  const parties = formatList([brand, ...makers])
  const designers = formatList(makers)
  return [
    m.agreement_text_parties({ parties, title, contest }),
    RIGHTS[facts.rightsKind]({ brand }),
    exclusivityDays > 0
      ? m.agreement_text_exclusivity({ brand, count: exclusivityDays })
      : m.agreement_text_no_exclusivity(),
    royaltyBasisPoints > 0
      ? m.agreement_text_royalty({ percent: formatPercent(royaltyBasisPoints / 10_000, 2) })
      : m.agreement_text_no_royalty(),
    m.agreement_text_credit({ designers }),
    m.agreement_text_original(),
    `### ${m.agreement_text_terms()}`,
    rightsTerms,
  ].join('\n\n')
}

/** A name in Markdown that is shown as its owner wrote it: what would be a mark is escaped (CommonMark 2.4). */
function asWritten(name: string): string {
  return name.replace(/[\\`*_[\]<>&~#|!]/g, '\\$&')
}

/** By which a signature says what was read: the text as it was shown, in its language, to the letter. */
export function agreementDigest(text: string): Promise<string> {
  return digestOf(text)
}
