import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from './button.tsx'
import { Notice } from './notice.tsx'

type Props = { agreements: readonly { runId: string; title: string }[] }

/** Nothing is made before its makers have signed, so whoever has to is told wherever they come by. */
export function AgreementsWaiting({ agreements }: Props) {
  return agreements.map(({ runId, title }) => (
    <Notice
      key={runId}
      tone="amber"
      title={m.agreement_waits_title()}
      actions={<ButtonLink to={links.agreement(runId)}>{m.agreement_waits_read()}</ButtonLink>}
    >
      {m.agreement_waits({ title })}
    </Notice>
  ))
}
