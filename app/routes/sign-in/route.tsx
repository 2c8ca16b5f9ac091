import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findProfile } from '#app/accounts/accounts.server.ts'
import { closeSession } from '#app/accounts/close-session.server.ts'
import { deviceInWords } from '#app/accounts/device.ts'
import { ownPasswordSchema } from '#app/accounts/password.ts'
import { EMAIL_MAX_LENGTH, emailSchema } from '#app/accounts/person.ts'
import { signIn } from '#app/accounts/sign-in.server.ts'
import { overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { preferenceCookie } from '#app/http/preference-cookie.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, refuse } from '#app/http/respond.server.ts'
import { safeRedirect } from '#app/http/safe-redirect.ts'
import { readSessionToken, writeSessionToken } from '#app/http/session-cookie.server.ts'
import { typedText } from '#app/http/typed.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { chosenLanguage, LANGUAGE_COOKIE } from '#app/i18n/locale.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PasswordField } from '#app/ui/password-field.tsx'

const SigningIn = z.object({ email: emailSchema, password: ownPasswordSchema, next: z.string().optional() })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get('next')
  const next = asked === null ? null : safeRedirect(asked, context.config.publicOrigin)
  if (await findViewer(context, request)) throw redirect(next ?? links.home())
  return { next }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, SigningIn)
  if (!form.ok) return formRefused(form)
  const { email, password, next } = form.value
  const pair = `${email} ${context.clientAddress}`
  const strict = [
    ['signInPerAccountFrom', pair],
    ['signInPerAddress', context.clientAddress],
  ] as const
  // The account's own limit only for what gets past these, or one address alone could spend it and keep the owner out.
  const over =
    (await overLimit(context, strict, form.typed)) ??
    (await overLimit(context, [['signInPerAccount', email]], form.typed))
  if (over) return over

  const device = deviceInWords(request.headers.get('User-Agent'))
  const signedIn = await signIn(context.db, { email, password, device }, context.clock())
  if (!signedIn.ok) return refuse(signedIn.refusal, { typed: form.typed })
  await context.limiter.forgive('signInPerAccountFrom', pair)
  await context.limiter.forgive('signInPerAccount', email)

  // A cookie from before, planted or one's own, becomes worthless instead of becoming signed in.
  const before = await readSessionToken(request.headers, context.config)
  if (before) await closeSession(context.db, { token: before }, context.clock())
  const headers = new Headers({ 'Set-Cookie': await writeSessionToken(signedIn.value.token, context.config) })
  const profile = await findProfile(context.db, signedIn.value.accountId)
  // What was chosen in this very browser goes before what the account remembers.
  if (profile?.language && !chosenLanguage(request.headers.get('Cookie'))) {
    headers.append('Set-Cookie', preferenceCookie(LANGUAGE_COOKIE, profile.language, context.config.secure))
  }
  return redirect(safeRedirect(next, context.config.publicOrigin), { status: 303, headers })
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_sign_in_title() })

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const errors = refusal?.errors
  return (
    <Page title={m.accounts_sign_in_title()} lead={next ? m.accounts_sign_in_next() : undefined} aside={<OtherDoors />}>
      <Form method="post" className="max-w-lg" noValidate>
        <ErrorSummary errors={errors} title={m.accounts_errors_title()} />
        {next && <input type="hidden" name="next" value={next} />}
        <TextField
          name="email"
          type="email"
          label={m.accounts_field_email()}
          autoComplete="username"
          maxLength={EMAIL_MAX_LENGTH}
          defaultValue={typedText(refusal?.typed, 'email')}
          error={errors?.email}
          required
        />
        <PasswordField
          name="password"
          label={m.accounts_field_password()}
          autoComplete="current-password"
          error={errors?.password}
          required
        />
        <SubmitButton size="large">{m.accounts_sign_in_button()}</SubmitButton>
      </Form>
    </Page>
  )
}

function OtherDoors() {
  const doors = [
    { asks: m.accounts_sign_in_new(), to: links.join(), label: m.accounts_sign_in_join() },
    { asks: m.accounts_sign_in_forgotten(), to: links.forgottenPassword(), label: m.accounts_forgotten_button() },
    { asks: m.accounts_sign_in_not_confirmed(), to: links.mailbox(), label: m.accounts_mail_again_button() },
  ]
  return (
    <ul>
      {doors.map(({ asks, to, label }) => (
        <li key={to} className="border-line border-t py-4">
          <p className="text-quiet text-sm">{asks}</p>
          <Link to={to} className="link">
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
