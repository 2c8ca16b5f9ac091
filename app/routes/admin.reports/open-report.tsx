import { Form, Link } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { RULING_NOTE_CHARACTERS_MOST } from '#app/moderation/report.ts'
import type { ReportedEntry, ReportView } from '#app/moderation/reports.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Confirm } from '#app/ui/confirm.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { reasonWords } from '#app/ui/report-words.ts'

interface Props {
  reported: ReportedEntry
  refusal: FormRefusal | undefined
}

/** The picture beside what people say about it; a take-down asks first, and answers all of them. */
export function OpenReport({ reported: { entry, reports }, refusal }: Props) {
  const [oldest] = reports
  const refused = reports.some(({ id }) => id === refusal?.typed.reportId)
  const note = refused && typeof refusal?.typed.note === 'string' ? refusal.typed.note : ''
  return (
    <li className="grid gap-x-10 gap-y-5 border-line border-t py-7 md:grid-cols-[14rem_minmax(0,1fr)]">
      <div>{entry.picture && <Picture picture={entry.picture} sizes="(min-width: 48rem) 14rem, 100vw" />}</div>
      <div className="min-w-0">
        <h2 className="text-xl">
          <Link to={links.entry(entry.id)} className="hover:text-accent">
            {entry.title}
          </Link>
        </h2>
        <p className="text-quiet text-sm">{entry.contest.title}</p>
        <ul className="my-5 space-y-5">
          {reports.map((report) => (
            <Complaint key={report.id} report={report} zone={entry.contest.zone} />
          ))}
        </ul>
        {oldest && (
          <Confirm
            label={m.moderation_take_down()}
            consequence={m.moderation_take_down_consequence()}
            confirmLabel={m.moderation_take_down_now()}
            open={refused}
          >
            <input type="hidden" name="reportId" value={oldest.id} />
            <input type="hidden" name="ruling" value="taken-down" />
            <TextArea
              id={`note-${entry.id}`}
              name="note"
              label={m.moderation_take_down_reason()}
              hint={m.moderation_take_down_reason_hint()}
              required
              rows={3}
              error={refused ? refusal?.errors.note : undefined}
              maxLength={RULING_NOTE_CHARACTERS_MOST}
              defaultValue={note}
            />
          </Confirm>
        )}
      </div>
    </li>
  )
}

function Complaint({ report, zone }: { report: ReportView; zone: string }) {
  const { id, reason, detail, reportedAt, reporterName } = report
  return (
    <li className="border-strong border-l-2 pl-4">
      <p className="font-medium text-sm">{reasonWords(reason)}</p>
      {detail && <p className="mt-1 max-w-text whitespace-pre-line text-sm">{detail}</p>}
      <p className="mt-1 text-quiet text-xs">
        {reporterName ?? m.entries_former_member()}, <Moment at={reportedAt} zone={zone} />
      </p>
      <Form method="post" className="mt-2">
        <input type="hidden" name="reportId" value={id} />
        <input type="hidden" name="ruling" value="dismissed" />
        <SubmitButton look="plain" size="small" name="note" value="">
          {m.moderation_dismiss()}
        </SubmitButton>
      </Form>
    </li>
  )
}
