import { type FormEvent, useEffect, useState } from 'react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Kept } from '#app/voting/export/check-export.ts'
import { CheckFindings } from './check-findings.tsx'
import { useCheck } from './use-check.ts'

interface Props {
  slug: string
  /** As it was published at the count. */
  digest: string
  /** The hash of the decision, as it was published when it was signed; null before. */
  decided: string | null
}

/** Runs the whole check in the browser; without JavaScript it says where else it can be run. */
export function Checker({ slug, digest, decided }: Props) {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const { state, begin, stop } = useCheck()
  const [errors, setErrors] = useState<{ receipt?: string[]; head?: string[] }>({})

  function check(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const { kept, wrong } = readKept(String(form.get('receipt') ?? ''), String(form.get('head') ?? ''))
    setErrors(wrong)
    if (wrong.receipt || wrong.head) return
    const file = form.get('file')
    const from = file instanceof File && file.size > 0 ? { file } : { address: links.exportVote(slug) }
    begin({ from, kept: { ...kept, digest } })
  }

  return (
    <Section title={m.voting_check_here_title()} lead={m.voting_check_here_lead()} id="here">
      {!ready && <Notice tone="info">{m.voting_check_here_without()}</Notice>}
      <form onSubmit={check} className="max-w-text space-y-6" hidden={!ready}>
        <TextField
          name="receipt"
          label={m.voting_check_receipt()}
          hint={m.voting_check_receipt_hint()}
          error={errors.receipt}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          name="head"
          label={m.voting_check_head()}
          hint={m.voting_check_head_hint()}
          error={errors.head}
          autoComplete="off"
          spellCheck={false}
        />
        <TextField
          name="file"
          type="file"
          label={m.voting_check_file()}
          hint={m.voting_check_file_hint()}
          accept=".txt,text/plain"
        />
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" look="primary" disabled={state.is === 'running'}>
            {m.voting_check_begin()}
          </Button>
          {state.is === 'running' && (
            <Button look="quiet" onClick={stop}>
              {m.voting_check_stop()}
            </Button>
          )}
        </div>
      </form>
      <div aria-live="polite">
        {state.is === 'running' && (
          <p className="mt-6 tabular-nums">
            {m.voting_check_running()}{' '}
            {state.events > 0 && <span className="text-quiet">{m.voting_check_read({ events: state.events })}</span>}
          </p>
        )}
        {state.is === 'failed' && <Notice tone="danger">{m.voting_check_failed()}</Notice>}
        {state.is === 'done' && <CheckFindings report={state.report} decided={decided} />}
      </div>
    </Section>
  )
}

function readKept(receipt: string, head: string): { kept: Kept; wrong: { receipt?: string[]; head?: string[] } } {
  const code = receipt.trim().toLowerCase()
  const [, sequence, hash] = /^([0-9]{1,15}):([0-9a-f]{64})$/.exec(head.trim().toLowerCase()) ?? []
  return {
    kept: { ...(code && { receipt: code }), ...(hash && { head: { sequence: Number(sequence), hash } }) },
    wrong: {
      ...(code !== '' && !/^[0-9a-f]{32}$/.test(code) && { receipt: [m.voting_check_receipt_wrong()] }),
      ...(head.trim() !== '' && !hash && { head: [m.voting_check_head_wrong()] }),
    },
  }
}
