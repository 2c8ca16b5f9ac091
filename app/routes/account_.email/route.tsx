import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findProfile, findRecipientByEmail } from '#app/accounts/accounts.server.ts'
import { askEmailChange } from '#app/accounts/ask-email-change.server.ts'
import { isOwnPassword } from '#app/accounts/own-password.server.ts'
import { ownPasswordSchema } from '#app/accounts/password.ts'
import { EMAIL_MAX_LENGTH, emailSchema } from '#app/accounts/person.ts'
import { mayWriteTo, overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { deliver } from '#app/notifications/deliver.server.ts'
import { addressTakenLetter, newAddressLetter } from '#app/notifications/letters.ts'
import { AccountPage } from '#app/ui/account-page.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PasswordField } from '#app/ui/password-field.tsx'

const Changing = z.object({ email: emailSchema, password: ownPasswordSchema })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const profile = await findProfile(context.db, viewer.id)
  if (!profile) throw notFound()
  return { email: profile.email }
}

/** An address that is somebody else's gets the same answer, as fast, and its owner a letter. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request, Changing)
  if (!form.ok) return formRefused(form)
  const { email, password } = form.value
  const over = await overLimit(context, [['passwordPerPerson', viewer.id]], form.typed)
  if (over) return over

  if (!(await isOwnPassword(context.db, { accountId: viewer.id, password }))) {
    return refuse('wrong-password', { typed: form.typed, field: 'password' })
  }
  const profile = await findProfile(context.db, viewer.id)
  if (profile?.email === email) return refuse('same-address', { typed: form.typed, field: 'email' })
  const mayWrite = await mayWriteTo(context, { recipient: email, from: viewer.id })
  if (mayWrite) context.afterAnswer(() => mailAddressLink(context, { accountId: viewer.id, email }))
  await context.limiter.forgive('passwordPerPerson', viewer.id)
  return redirectWithFlash(links.accountEmail(), m.accounts_email_asked(), { tone: 'info' })
}

async function mailAddressLink(context: AppLoadContext, change: { accountId: string; email: string }): Promise<void> {
  const { email } = change
  const language = context.locale
  const asked = await askEmailChange(context.db, change, context.clock())
  if (asked.ok) deliver(context, newAddressLetter({ email, language }, asked.value.token, context.config))
  else if (asked.refusal === 'address-taken') {
    const owner = await findRecipientByEmail(context.db, email)
    if (owner) deliver(context, addressTakenLetter({ ...owner, language: owner.language ?? language }, context.config))
  }
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_email_title() })

export default function EmailAddress() {
  const { email } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { errors, typed } = refusal ?? {}
  return (
    <AccountPage title={m.accounts_email_title()} lead={m.accounts_email_lead()}>
      <p className="mb-8 break-words">{m.accounts_email_now({ email })}</p>
      <Form method="post" className="max-w-lg" noValidate>
        <ErrorSummary errors={errors} title={m.accounts_errors_title()} />
        <TextField
          name="email"
          type="email"
          label={m.accounts_email_new()}
          autoComplete="email"
          maxLength={EMAIL_MAX_LENGTH}
          defaultValue={typedText(typed, 'email')}
          error={errors?.email}
          required
        />
        <PasswordField
          name="password"
          label={m.accounts_field_current_password()}
          autoComplete="current-password"
          error={errors?.password}
          required
        />
        <SubmitButton>{m.accounts_email_button()}</SubmitButton>
      </Form>
    </AccountPage>
  )
}
