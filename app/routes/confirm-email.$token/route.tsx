import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findRecipient } from '#app/accounts/accounts.server.ts'
import { confirmEmail } from '#app/accounts/confirm-email.server.ts'
import { findConfirmation } from '#app/accounts/confirmations.server.ts'
import { ownPasswordSchema } from '#app/accounts/password.ts'
import { overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { deliver } from '#app/notifications/deliver.server.ts'
import { addressChangedLetter } from '#app/notifications/letters.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { DeadLink } from '#app/ui/dead-link.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PasswordField } from '#app/ui/password-field.tsx'

const Confirming = z.object({ password: ownPasswordSchema })

/** Reading changes nothing: mail filters open every link they find. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const asked = await findConfirmation(context.db, { token: params.token ?? '' }, context.clock())
  // Only who read the letter gets here, so the page may say which address it was sent to.
  const joiner = asked?.isFirst ? { email: asked.email } : null
  return data({ good: asked !== null, joiner }, { status: asked ? 200 : 410 })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const asked = await findConfirmation(context.db, { token }, context.clock())
  // Before any hashing, which is what a stranger with a made-up link would make us do.
  if (!asked) return refuse('link-not-good')
  let password: string | null = null
  if (asked.isFirst) {
    const form = await readForm(request, Confirming)
    if (!form.ok) return formRefused(form)
    const over = await overLimit(context, [
      ['passwordPerPerson', asked.accountId],
      ['signInPerAddress', context.clientAddress],
    ])
    if (over) return over
    password = form.value.password
  }

  const confirmed = await confirmEmail(context.db, { token, password }, context.clock())
  if (!confirmed.ok) {
    return refuse(confirmed.refusal, { field: confirmed.refusal === 'wrong-password' ? 'password' : '' })
  }
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
  const { good, joiner } = useLoaderData<typeof loader>()
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
  const errors = refusal?.errors
  if (!joiner) {
    return (
      <Page title={m.accounts_confirm_title()} lead={m.accounts_confirm_lead()} width="text">
        <ErrorSummary errors={errors} title={m.accounts_errors_title()} />
        <Form method="post">
          <SubmitButton size="large">{m.accounts_confirm_button()}</SubmitButton>
        </Form>
      </Page>
    )
  }
  return (
    <Page title={m.accounts_confirm_title()} lead={m.accounts_confirm_lead_first()} width="text">
      <Form method="post" className="max-w-lg" noValidate>
        <ErrorSummary errors={errors} title={m.accounts_errors_title()} />
        {/* Password managers look for the password under the address they find beside it. */}
        <input type="email" autoComplete="username" value={joiner.email} readOnly hidden />
        <PasswordField
          name="password"
          label={m.accounts_field_password()}
          autoComplete="current-password"
          error={errors?.password}
          required
        />
        <SubmitButton size="large">{m.accounts_confirm_button()}</SubmitButton>
        <p className="mt-8 border-line border-t pt-4 text-quiet text-sm">
          {m.accounts_confirm_forgotten()}{' '}
          <Link to={links.forgottenPassword()} className="link text-ink">
            {m.accounts_confirm_new_password()}
          </Link>
        </p>
      </Form>
    </Page>
  )
}
