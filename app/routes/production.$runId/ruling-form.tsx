import { Form } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import type { FormErrors } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { RULING_REASON_MAX, RULING_REASON_MIN } from '#app/production/production-file.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioField, TextArea } from '#app/ui/field.tsx'

interface Props {
  runId: string
  fileId: string
  errors?: FormErrors
  ruling?: string
  reason?: string
}

/** A producer's word on the newest version. */
export function RulingForm({ runId, fileId, errors, ruling, reason }: Props) {
  return (
    <Form method="post" action={links.ruleOnFile(runId)} className="mt-8">
      <input type="hidden" name="fileId" value={fileId} />
      <RadioField
        name="ruling"
        label={m.production_ruling_label()}
        required
        error={errors?.ruling}
        defaultValue={ruling}
        options={[
          { value: 'approved', label: m.production_ruling_approve() },
          { value: 'changes-wanted', label: m.production_ruling_changes() },
        ]}
      />
      <TextArea
        name="reason"
        label={m.production_ruling_reason()}
        hint={m.production_ruling_reason_hint({ min: RULING_REASON_MIN })}
        rows={3}
        maxLength={RULING_REASON_MAX}
        error={errors?.reason}
        defaultValue={reason}
      />
      <SubmitButton look="plain">{m.production_ruling_give()}</SubmitButton>
    </Form>
  )
}
