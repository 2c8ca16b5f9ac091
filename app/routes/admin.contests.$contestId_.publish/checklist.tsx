import { Link } from '@remix-run/react'
import { PUBLISHING_REASONS, type PublishingReason, RIGHTS_TERMS_LEAST_LENGTH } from '#app/contests/publishing.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Icon } from '#app/ui/icon.tsx'

/** What must be so, in words; and where in the form, or on which page, it is mended. */
const CHECKS: Record<PublishingReason, { words: () => string; at: string }> = {
  'product-missing': { words: () => m.contests_check_product(), at: '#product' },
  'summary-missing': { words: () => m.contests_check_summary(), at: '#summary' },
  'brief-missing': { words: () => m.contests_check_brief(), at: '#brief' },
  'head-picture-missing': { words: () => m.contests_check_head(), at: '#headPicture' },
  'head-alt-missing': { words: () => m.contests_check_head_alt(), at: '#headAlt' },
  'prizes-missing': { words: () => m.contests_check_prizes(), at: '#prizes' },
  'rights-missing': { words: () => m.contests_check_rights({ least: RIGHTS_TERMS_LEAST_LENGTH }), at: '#rightsTerms' },
  'question-empty': { words: () => m.contests_check_questions(), at: '#questions' },
  'choice-without-options': { words: () => m.contests_check_options(), at: '#questions' },
  'opening-not-ahead': { words: () => m.contests_check_opening(), at: '#opensAt' },
  'dates-not-in-order': { words: () => m.contests_check_order(), at: '#calendar' },
  'panel-below-quorum': { words: () => m.contests_check_quorum(), at: 'panel' },
  'nobody-may-close': { words: () => m.contests_check_closer(), at: 'panel' },
}

export function Checklist({ reasons, contestId }: { reasons: readonly PublishingReason[]; contestId: string }) {
  return (
    <ul className="max-w-text border-line border-b">
      {PUBLISHING_REASONS.map((reason) => {
        const { words, at } = CHECKS[reason]
        const missing = reasons.includes(reason)
        return (
          <li key={reason} className="flex flex-wrap items-baseline gap-x-3 border-line border-t py-2.5 text-sm">
            <Icon name={missing ? 'close' : 'check'} className={missing ? 'text-danger' : 'text-done'} />
            <span className="sr-only">{missing ? m.contests_check_missing() : m.contests_check_there()}</span>
            <span className={`flex-1 ${missing ? 'font-medium' : 'text-quiet'}`}>{words()}</span>
            {missing && (
              <Link
                to={at === 'panel' ? links.panel(contestId) : `${links.editContest(contestId)}${at}`}
                className="link"
              >
                {m.contests_check_mend()}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
