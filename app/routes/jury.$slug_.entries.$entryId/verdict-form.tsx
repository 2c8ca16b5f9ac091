import { Form } from '@remix-run/react'
import type { FormRefusal } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import {
  type StandingVerdict,
  VERDICT_KINDS,
  VERDICT_REASON_MAX,
  VETO_CODES,
  VETO_REASON_MIN,
} from '#app/jury/verdict.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioField, SelectField, TextArea } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Stamp } from '#app/ui/stamp.tsx'
import { CODE_WORDS, stampOf, VERDICT_WORDS } from '#app/ui/verdict-words.ts'

type Props = { mine: StandingVerdict | null; sitting: boolean; refusal: FormRefusal | null }

export function VerdictForm({ mine, sitting, refusal }: Props) {
  const typed = refusal?.typed ?? {}
  const was = (field: 'kind' | 'code' | 'reason') => {
    const value = typed[field] ?? mine?.[field]
    return typeof value === 'string' ? value : undefined
  }
  return (
    <div>
      <h2 className="mb-4 text-xl">{m.jury_verdict_title()}</h2>
      {mine && <Given verdict={mine} />}
      {sitting && (
        <Form method="post">
          <ErrorSummary errors={refusal?.errors} />
          <RadioField
            name="kind"
            label={m.jury_verdict_kind()}
            required
            error={refusal?.errors.kind}
            defaultValue={was('kind')}
            options={VERDICT_KINDS.map((kind) => ({
              value: kind,
              label: VERDICT_WORDS[kind].label(),
              hint: VERDICT_WORDS[kind].hint(),
            }))}
          />
          <SelectField
            name="code"
            label={m.jury_verdict_code()}
            hint={m.jury_verdict_code_hint()}
            empty={m.jury_verdict_code_none()}
            error={refusal?.errors.code}
            defaultValue={was('code')}
            options={VETO_CODES.map((code) => ({ value: code, label: CODE_WORDS[code]() }))}
          />
          <TextArea
            name="reason"
            label={m.jury_verdict_reason()}
            hint={m.jury_verdict_reason_hint({ min: VETO_REASON_MIN })}
            error={refusal?.errors.reason}
            maxLength={VERDICT_REASON_MAX}
            defaultValue={was('reason')}
          />
          <SubmitButton look="primary" size="large">
            {m.jury_verdict_submit()}
          </SubmitButton>
        </Form>
      )}
    </div>
  )
}

function Given({ verdict }: { verdict: StandingVerdict }) {
  const stamp = stampOf(verdict.kind)
  const code = verdict.code ? CODE_WORDS[verdict.code]() : undefined
  return (
    <div className="mb-8">
      <p className="mb-3 text-quiet text-sm">{m.jury_verdict_now()}</p>
      {stamp ? <Stamp verdict={stamp} code={code} landing /> : <p>{VERDICT_WORDS[verdict.kind].label()}</p>}
    </div>
  )
}
