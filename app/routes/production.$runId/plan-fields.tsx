import { Form } from '@remix-run/react'
import { toLocalTime } from '#app/contests/calendar.ts'
import { links } from '#app/http/links.ts'
import type { FormErrors } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { RunView } from '#app/production/runs.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { STAGE_WORDS } from '#app/ui/stage-words.ts'

interface Props {
  run: Pick<RunView, 'id' | 'contest'>
  station: Pick<RunView['stations'][number], 'stage' | 'ownerId' | 'dueAt'>
  owners: readonly { id: string; name: string | null }[]
  errors?: FormErrors
  /** What was typed into a refused form; else what the plan says. */
  ownerId?: string
  dueOn?: string
}

/** Who sees a stage through, and by when. */
export function PlanFields({ run, station: { stage, dueAt, ...planned }, owners, errors, ownerId, dueOn }: Props) {
  const plannedDay = dueAt ? toLocalTime(dueAt, run.contest.zone).slice(0, 10) : ''
  return (
    <Form method="post" action={links.planStage(run.id)} className="grid gap-x-4 sm:grid-cols-[1fr_1fr_auto]">
      <input type="hidden" name="stage" value={stage} />
      <SelectField
        name="ownerId"
        id={`owner-${stage}`}
        label={`${STAGE_WORDS[stage]()}: ${m.production_owner()}`}
        empty={m.production_owner_nobody()}
        defaultValue={ownerId ?? planned.ownerId ?? ''}
        options={owners.map(({ id, name }) => ({ value: id, label: name ?? '' }))}
        error={errors?.ownerId}
      />
      <TextField
        name="dueOn"
        id={`due-${stage}`}
        type="date"
        label={m.production_due_label()}
        defaultValue={dueOn ?? plannedDay}
        error={errors?.dueOn}
      />
      <div className="self-center pt-1">
        <SubmitButton look="plain" size="small">
          {m.production_plan_save()}
        </SubmitButton>
      </div>
    </Form>
  )
}
