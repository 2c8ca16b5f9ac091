import { Form } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import type { FormErrors, Typed } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { REPORT_DETAIL_CHARACTERS_MOST, REPORT_REASONS, type ReportReason } from '#app/moderation/report.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioField, TextArea } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = { slug: string; entryId: string; label?: string; errors: FormErrors; typed: Typed }

/** Opens beneath the design; a refused report comes back open, with what was typed. */
export function ReportForm({ slug, entryId, label = m.voting_report(), errors, typed }: Props) {
  const refused = 'reason' in typed || 'reason' in errors
  return (
    <details open={refused} className="group mt-8 text-sm">
      <summary className="inline-flex min-h-9 items-center gap-2 text-quiet hover:text-accent">
        <Icon name="flag" /> {label}
      </summary>
      <Form method="post" action={links.boothReport(slug)} className="mt-3 border-line border-l-2 pl-4">
        <h2 className="text-lg">{m.voting_report_title()}</h2>
        <p className="mt-1 mb-4 text-quiet">{m.voting_report_lead()}</p>
        <input type="hidden" name="entryId" value={entryId} />
        <RadioField
          name="reason"
          label={m.voting_report_reason()}
          required
          options={REPORT_REASONS.map((reason) => ({ value: reason, label: WORDS[reason]() }))}
          defaultValue={typeof typed.reason === 'string' ? typed.reason : undefined}
          error={errors.reason}
        />
        <TextArea
          name="detail"
          label={m.voting_report_detail()}
          hint={m.voting_report_detail_hint()}
          rows={3}
          maxLength={REPORT_DETAIL_CHARACTERS_MOST}
          defaultValue={typeof typed.detail === 'string' ? typed.detail : ''}
          error={errors.detail}
        />
        <SubmitButton look="plain">{m.voting_report_send()}</SubmitButton>
      </Form>
    </details>
  )
}

const WORDS: Record<ReportReason, () => string> = {
  copied: m.voting_report_copied,
  offensive: m.voting_report_offensive,
  'against-the-brief': m.voting_report_against_the_brief,
  'reveals-the-author': m.voting_report_reveals_the_author,
  other: m.voting_report_other,
}
