import { Form } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SILENCE_DAYS } from '#app/production/production-file.ts'
import type { SignatureView } from '#app/production/run-notes.server.ts'
import type { RunView } from '#app/production/runs.server.ts'
import { type ClosedGate, stageAfter } from '#app/production/stages.ts'
import { ArchiveButton } from '#app/ui/archive-button.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Section } from '#app/ui/section.tsx'
import { STAGE_WORDS } from '#app/ui/stage-words.ts'
import { PlanFields } from './plan-fields.tsx'

interface Props {
  run: RunView
  gate: ClosedGate | null
  signatures: readonly SignatureView[]
  owners: readonly { id: string; name: string | null }[]
  /** How much its originals are; null for who may not have them. */
  archive: { pictures: number; bytes: number } | null
}

const GATE_WORDS: Record<ClosedGate, () => string> = {
  'agreement-unsigned': m.production_refused_unsigned,
  'nobody-left-to-sign': m.production_refused_nobody_left,
  'file-missing': m.production_refused_file_missing,
  'file-waiting': () => m.production_refused_file_waiting({ days: SILENCE_DAYS }),
  'file-changes-wanted': m.production_refused_file_changes,
  'go-missing': m.production_refused_go_missing,
  'no-go': m.production_refused_no_go,
}

/** What producers do with a run; each act has its own address, so that each keeps its own refusals. */
export function Desk({ run, gate, signatures, owners, archive }: Props) {
  const next = stageAfter(run.stage)
  return (
    <Section title={m.production_desk_title()} lead={m.production_desk_lead()}>
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-2">
        <div>
          <h3 className="mb-4 text-lg">{m.production_advance_title()}</h3>
          {gate && <p className="mb-4 text-quiet">{GATE_WORDS[gate]()}</p>}
          <div className="flex flex-wrap gap-3">
            {next && next !== 'launched' && !gate && (
              <Form method="post" action={links.advanceRun(run.id)}>
                <input type="hidden" name="from" value={run.stage} />
                <SubmitButton look="primary">{m.production_advance_to({ stage: STAGE_WORDS[next]() })}</SubmitButton>
              </Form>
            )}
            {gate === 'go-missing' && (
              <ButtonLink look="primary" to={links.decideGo(run.id)}>
                {m.production_go_form_title()}
              </ButtonLink>
            )}
            {next === 'launched' && !gate && (
              <ButtonLink look="primary" to={links.launch(run.id)}>
                {m.production_launch_title()}
              </ButtonLink>
            )}
            <ButtonLink to={links.runNote(run.id)}>{m.production_note_title()}</ButtonLink>
            {run.go === null && run.stage !== 'go-no-go' && run.stage !== 'launched' && (
              <ButtonLink look="plain" to={links.decideGo(run.id)}>
                {m.production_stop_link()}
              </ButtonLink>
            )}
          </div>
          <h3 className="mt-10 mb-4 text-lg">{m.production_signatures_title()}</h3>
          <ul className="text-sm">
            {signatures.map(({ accountId, name, signedAt }) => (
              <li key={accountId} className="flex justify-between gap-6 border-line border-t py-2">
                <span>{name ?? m.products_former_member()}</span>
                <span className="text-quiet">
                  {signedAt ? <Moment at={signedAt} zone={run.contest.zone} /> : m.production_signature_waiting()}
                </span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <details className="group">
            <summary className="inline-flex min-h-11 items-center gap-2 text-lg">
              <Icon name="chevron" className="-rotate-90 transition-transform group-open:rotate-0" />
              {m.production_plan_title()}
            </summary>
            <ul className="mt-4">
              {run.stations.map((station) => (
                <li key={station.stage} className="border-line border-t pt-4">
                  <PlanFields run={run} station={station} owners={owners} />
                </li>
              ))}
            </ul>
          </details>
          {archive && (
            <>
              <h3 className="mt-10 mb-1 text-lg">{m.production_archive_title()}</h3>
              <p className="mb-4 text-quiet text-sm">{m.production_archive_lead()}</p>
              <ArchiveButton action={links.runArchive(run.id)} {...archive} />
            </>
          )}
        </div>
      </div>
    </Section>
  )
}
