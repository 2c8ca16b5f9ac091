import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { becomeFirstAdmin } from '#app/accounts/become-first-admin.server.ts'
import { deviceInWords } from '#app/accounts/device.ts'
import { findGoodLink } from '#app/accounts/one-time-links.server.ts'
import { newPasswordSchema, PASSWORD_MIN_LENGTH } from '#app/accounts/password.ts'
import { hashPassword } from '#app/accounts/password-hash.server.ts'
import { refuseWeakPassword } from '#app/accounts/password-strength.server.ts'
import { EMAIL_MAX_LENGTH, emailSchema, NAME_MAX_LENGTH, nameSchema } from '#app/accounts/person.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { writeSessionToken } from '#app/http/session-cookie.server.ts'
import { typedText } from '#app/http/typed.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { DeadLink } from '#app/ui/dead-link.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PasswordField } from '#app/ui/password-field.tsx'

const Opening = z
  .object({ name: nameSchema, email: emailSchema, password: newPasswordSchema })
  .superRefine(refuseWeakPassword)
const kind = 'first-admin'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await findGoodLink(context.db, { token: params.token ?? '', kind }, context.clock())
  return data({ good: link !== null }, { status: link ? 200 : 410 })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? ''
  if (!(await findGoodLink(context.db, { token, kind }, context.clock()))) return refuse('link-not-good')
  const form = await readForm(request, Opening)
  if (!form.ok) return formRefused(form)
  const { name, email, password } = form.value
  const passwordHash = await hashPassword(password)
  const device = deviceInWords(request.headers.get('User-Agent'))
  const registration = { token, name, email, passwordHash, device, language: context.locale }
  const opened = await becomeFirstAdmin(context.db, registration, context.clock())
  if (!opened.ok) {
    return refuse(opened.refusal, { typed: form.typed, field: opened.refusal === 'address-taken' ? 'email' : '' })
  }
  const headers = new Headers({ 'Set-Cookie': await writeSessionToken(opened.value.token, context.config) })
  return redirectWithFlash(links.admin(), m.accounts_first_admin_done(), { headers })
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_first_admin_title() })

export default function FirstAdmin() {
  const { good } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { errors, typed } = refusal ?? {}
  if (!good) {
    return (
      <DeadLink lead={m.accounts_first_admin_dead()}>
        <ButtonLink to={links.signIn()} look="primary">
          {m.accounts_sign_in_title()}
        </ButtonLink>
      </DeadLink>
    )
  }
  return (
    <Page title={m.accounts_first_admin_title()} lead={m.accounts_first_admin_lead()} width="text">
      <Form method="post" className="max-w-lg" noValidate>
        <ErrorSummary errors={errors} title={m.accounts_errors_title()} />
        <TextField
          name="name"
          label={m.accounts_field_name()}
          autoComplete="name"
          maxLength={NAME_MAX_LENGTH}
          defaultValue={typedText(typed, 'name')}
          error={errors?.name}
          required
        />
        <TextField
          name="email"
          type="email"
          label={m.accounts_field_email()}
          autoComplete="email"
          maxLength={EMAIL_MAX_LENGTH}
          defaultValue={typedText(typed, 'email')}
          error={errors?.email}
          required
        />
        <PasswordField
          name="password"
          label={m.accounts_field_password()}
          hint={m.accounts_field_password_hint()}
          autoComplete="new-password"
          minLength={PASSWORD_MIN_LENGTH}
          error={errors?.password}
          required
        />
        <SubmitButton size="large">{m.accounts_first_admin_button()}</SubmitButton>
      </Form>
    </Page>
  )
}
