import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findRecipient } from '#app/accounts/accounts.server.ts'
import { findGoodLink } from '#app/accounts/one-time-links.server.ts'
import { PASSWORD_MIN_LENGTH } from '#app/accounts/password.ts'
import { hashPassword } from '#app/accounts/password-hash.server.ts'
import { strongPasswordSchema } from '#app/accounts/password-strength.server.ts'
import { setNewPassword } from '#app/accounts/set-new-password.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { clearSessionToken } from '#app/http/session-cookie.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { deliver } from '#app/notifications/deliver.server.ts'
import { passwordChangedLetter } from '#app/notifications/letters.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { DeadLink } from '#app/ui/dead-link.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PasswordField } from '#app/ui/password-field.tsx'

const kind = 'new-password'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await findGoodLink(context.db, { token: params.token ?? '', kind }, context.clock())
  return data({ good: link !== null }, { status: link ? 200 : 410 })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const link = await findGoodLink(context.db, { token, kind }, context.clock())
  // Before any hashing, which is what a stranger with a made-up link would make us do.
  const person = link?.accountId ? await findRecipient(context.db, link.accountId) : null
  if (!person) return refuse('link-not-good')

  const form = await readForm(request, z.object({ password: strongPasswordSchema([person.name, person.email]) }))
  if (!form.ok) return formRefused(form)
  const passwordHash = await hashPassword(form.value.password)
  const set = await setNewPassword(context.db, { token, passwordHash }, context.clock())
  if (!set.ok) return refuse(set.refusal)
  deliver(context, passwordChangedLetter({ ...person, language: person.language ?? context.locale }, context.config))
  const headers = new Headers({ 'Set-Cookie': await clearSessionToken(context.config) })
  return redirectWithFlash(links.signIn(), m.accounts_new_password_done(), { headers })
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_new_password_title() })

export default function NewPassword() {
  const { good } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  if (!good) {
    return (
      <DeadLink>
        <ButtonLink to={links.forgottenPassword()} look="primary">
          {m.accounts_link_dead_again()}
        </ButtonLink>
        <ButtonLink to={links.signIn()}>{m.accounts_sign_in_title()}</ButtonLink>
      </DeadLink>
    )
  }
  return (
    <Page title={m.accounts_new_password_title()} lead={m.accounts_new_password_lead()} width="text">
      <Form method="post" className="max-w-lg" noValidate>
        <ErrorSummary errors={refusal?.errors} title={m.accounts_errors_title()} />
        <PasswordField
          name="password"
          label={m.accounts_field_new_password()}
          hint={m.accounts_field_password_hint()}
          autoComplete="new-password"
          minLength={PASSWORD_MIN_LENGTH}
          error={refusal?.errors.password}
          required
        />
        <SubmitButton size="large">{m.accounts_new_password_button()}</SubmitButton>
      </Form>
    </Page>
  )
}
