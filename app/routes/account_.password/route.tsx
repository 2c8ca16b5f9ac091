import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findProfile } from '#app/accounts/accounts.server.ts'
import { changePassword } from '#app/accounts/change-password.server.ts'
import { deviceInWords } from '#app/accounts/device.ts'
import { ownPasswordSchema, PASSWORD_MIN_LENGTH } from '#app/accounts/password.ts'
import { hashPassword } from '#app/accounts/password-hash.server.ts'
import { strongPasswordSchema } from '#app/accounts/password-strength.server.ts'
import { overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { writeSessionToken } from '#app/http/session-cookie.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { deliver } from '#app/notifications/deliver.server.ts'
import { passwordChangedLetter } from '#app/notifications/letters.ts'
import { AccountPage } from '#app/ui/account-page.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PasswordField } from '#app/ui/password-field.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const profile = await findProfile(context.db, viewer.id)
  return { email: profile?.email ?? '' }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const profile = await findProfile(context.db, viewer.id)
  if (!profile) throw notFound()
  const schema = z.object({
    currentPassword: ownPasswordSchema,
    newPassword: strongPasswordSchema([profile.name, profile.email]),
  })
  const form = await readForm(request, schema)
  if (!form.ok) return formRefused(form)
  const over = await overLimit(context, [['passwordPerPerson', viewer.id]])
  if (over) return over

  const change = {
    accountId: viewer.id,
    currentPassword: form.value.currentPassword,
    passwordHash: await hashPassword(form.value.newPassword),
    device: deviceInWords(request.headers.get('User-Agent')),
  }
  const changed = await changePassword(context.db, change, context.clock())
  if (!changed.ok) return refuse(changed.refusal, { field: 'currentPassword' })
  await context.limiter.forgive('passwordPerPerson', viewer.id)
  deliver(context, passwordChangedLetter({ ...profile, language: profile.language ?? context.locale }, context.config))
  const headers = new Headers({ 'Set-Cookie': await writeSessionToken(changed.value.token, context.config) })
  return redirectWithFlash(links.accountPassword(), m.accounts_password_changed(), { headers })
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_password_title() })

export default function Password() {
  const { email } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const errors = refusal?.errors
  return (
    <AccountPage title={m.accounts_password_title()} lead={m.accounts_password_lead()}>
      <Form method="post" className="max-w-lg" noValidate>
        <ErrorSummary errors={errors} title={m.accounts_errors_title()} />
        {/* Password managers keep the new password under the address they find beside it. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          name="currentPassword"
          label={m.accounts_field_current_password()}
          autoComplete="current-password"
          error={errors?.currentPassword}
          required
        />
        <PasswordField
          name="newPassword"
          label={m.accounts_field_new_password()}
          hint={m.accounts_field_password_hint()}
          autoComplete="new-password"
          minLength={PASSWORD_MIN_LENGTH}
          error={errors?.newPassword}
          required
        />
        <SubmitButton>{m.accounts_password_button()}</SubmitButton>
      </Form>
    </AccountPage>
  )
}
