import { Form } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { WAIT_SECONDS } from '#app/voting/proof/work.ts'
import { useProof } from './use-proof.ts'

type Props = { action: string; label: string /** To be solved first; null in quiet times. */; challenge: string | null }

/** The button that begins a ballot. Under attack it comes to life once the browser has done its sum; without JavaScript one waits. */
export function BeginForm({ action, label, challenge }: Props) {
  const proof = useProof(challenge)
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  if (challenge === null)
    return (
      <Form method="post" action={action}>
        <SubmitButton size="large">{label}</SubmitButton>
      </Form>
    )
  const working = proof.state === 'working'
  return (
    <Form method="post" action={action}>
      <input type="hidden" name="challenge" value={challenge} />
      <input type="hidden" name="solution" value={proof.state === 'done' ? proof.solution : ''} />
      <SubmitButton size="large" disabled={working}>
        {label}
      </SubmitButton>
      <p role="status" className="mt-4 max-w-text text-quiet text-sm">
        {proof.state === 'done'
          ? m.voting_proof_done()
          : working
            ? m.voting_proof_working()
            : m.voting_proof_wait({ seconds: WAIT_SECONDS })}
        {!scripted && ` ${m.voting_proof_why()}`}
      </p>
    </Form>
  )
}
