import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from './button.tsx'
import { ErrorSummary } from './form-errors.tsx'
import { Page } from './page.tsx'

type Props = {
  title: string
  errors: Readonly<Record<string, string[]>> | undefined
  back: { to: string; label: string }
}

/** Where an act that has no page of its own says why it was refused. */
export function RefusedAct({ title, errors, back }: Props) {
  return (
    <Page title={title} width="text">
      <ErrorSummary
        errors={Object.fromEntries([['', Object.values(errors ?? {}).flat()]])}
        title={m.ui_refused_act()}
      />
      <ButtonLink look="primary" to={back.to}>
        {back.label}
      </ButtonLink>
    </Page>
  )
}
