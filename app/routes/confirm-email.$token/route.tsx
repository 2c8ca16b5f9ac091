import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findRecipient } from '#app/accounts/accounts.server.ts'
import { confirmEmail } from '#app/accounts/confirm-email.server.ts'
import { findGoodLink } from '#app/accounts/one-time-links.server.ts'
import { links } from '#app/http/links.ts'
import { redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { deliver } from '#app/notifications/deliver.server.ts'
import { addressChangedLetter } from '#app/notifications/letters.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { DeadLink } from '#app/ui/dead-link.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

/** Reading changes nothing: mail filters open every link they find. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await findGoodLink(context.db, { token: params.token ?? '', kind: 'confirm-email' }, context.clock())
  return data({ good: link !== null }, { status: link ? 200 : 410 })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const confirmed = await confirmEmail(context.db, { token: params.token ?? '' }, context.clock())
  if (!confirmed.ok) return refuse(confirmed.refusal)
  const { accountId, changedFrom } = confirmed.value
  const person = await findRecipient(context.db, accountId)
  if (person && changedFrom) {
    const reader = { ...person, email: changedFrom, language: person.language ?? context.locale }
    deliver(context, addressChangedLetter(reader, context.config))
  }
  const viewer = await findViewer(context, request)
  return redirectWithFlash(
    viewer ? links.account() : links.signIn(),
    changedFrom ? m.accounts_confirm_done_changed() : m.accounts_confirm_done(),
  )
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_confirm_title() })

export default function ConfirmEmail() {
  const { good } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  if (!good) {
    return (
      <DeadLink>
        <ButtonLink to={links.signIn()} look="primary">
          {m.accounts_sign_in_title()}
        </ButtonLink>
        <ButtonLink to={links.mailbox()}>{m.accounts_link_dead_again()}</ButtonLink>
      </DeadLink>
    )
  }
  return (
    <Page title={m.accounts_confirm_title()} lead={m.accounts_confirm_lead()} width="text">
      <ErrorSummary errors={refusal?.errors} title={m.accounts_errors_title()} />
      <Form method="post">
        <SubmitButton size="large">{m.accounts_confirm_button()}</SubmitButton>
      </Form>
    </Page>
  )
}
