import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData } from '@remix-run/react'
import { z } from 'zod'
import type { Registration } from '#app/accounts/account-row.server.ts'
import { findRecipientByEmail } from '#app/accounts/accounts.server.ts'
import { newPasswordSchema, PASSWORD_MIN_LENGTH } from '#app/accounts/password.ts'
import { hashPassword } from '#app/accounts/password-hash.server.ts'
import { refuseWeakPassword } from '#app/accounts/password-strength.server.ts'
import { EMAIL_MAX_LENGTH, emailSchema, NAME_MAX_LENGTH, nameSchema } from '#app/accounts/person.ts'
import { registerAccount } from '#app/accounts/register-account.server.ts'
import { mayWriteTo, overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { deliver } from '#app/notifications/deliver.server.ts'
import { alreadyMemberLetter, confirmationLetter } from '#app/notifications/letters.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PasswordField } from '#app/ui/password-field.tsx'

const Joining = z
  .object({ name: nameSchema, email: emailSchema, password: newPasswordSchema })
  .superRefine(refuseWeakPassword)

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await findViewer(context, request)) throw redirect(links.account())
  return null
}

/**
 * The answer is the same, after the same work, whether or not the address was somebody's: that is looked up when the answer has gone,
 * and the mailbox tells its owner.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, Joining)
  if (!form.ok) return formRefused(form)
  const { name, email, password } = form.value
  const over = await overLimit(context, [['joinPerAddress', context.clientAddress]], form.typed)
  if (over) return over

  const language = context.locale
  const passwordHash = await hashPassword(password)
  const mayWrite = await mayWriteTo(context, { recipient: email, from: context.clientAddress })
  if (mayWrite) context.afterAnswer(() => register(context, { name, email, passwordHash, language }))
  return redirect(links.mailbox(), 303)
}

async function register(context: AppLoadContext, registration: Registration): Promise<void> {
  const { email } = registration
  const language = context.locale
  const joined = await registerAccount(context.db, registration, context.clock())
  if (joined.ok) deliver(context, confirmationLetter({ email, language }, joined.value.token, context.config))
  else {
    const member = await findRecipientByEmail(context.db, email)
    if (member) {
      deliver(context, alreadyMemberLetter({ ...member, language: member.language ?? language }, context.config))
    }
  }
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_join_title() })

export default function Join() {
  const refusal = useActionData<typeof action>()
  const errors = refusal?.errors
  return (
    <Page title={m.accounts_join_title()} lead={m.accounts_join_lead()} aside={<WhatThen />}>
      <Form method="post" className="max-w-lg" noValidate>
        <ErrorSummary errors={errors} title={m.accounts_errors_title()} />
        <TextField
          name="name"
          label={m.accounts_field_name()}
          hint={m.accounts_field_name_hint()}
          autoComplete="name"
          maxLength={NAME_MAX_LENGTH}
          defaultValue={typedText(refusal?.typed, 'name')}
          error={errors?.name}
          required
        />
        <TextField
          name="email"
          type="email"
          label={m.accounts_field_email()}
          hint={m.accounts_field_email_hint()}
          autoComplete="email"
          maxLength={EMAIL_MAX_LENGTH}
          defaultValue={typedText(refusal?.typed, 'email')}
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
        <SubmitButton size="large">{m.accounts_join_button()}</SubmitButton>
        <p className="mt-8 border-line border-t pt-4 text-quiet text-sm">
          {m.accounts_join_have_account()}{' '}
          <Link to={links.signIn()} className="link text-ink">
            {m.accounts_join_sign_in()}
          </Link>
        </p>
      </Form>
    </Page>
  )
}

function WhatThen() {
  const acts = [
    { term: m.accounts_join_aside_enter_term(), detail: m.accounts_join_aside_enter() },
    { term: m.accounts_join_aside_vote_term(), detail: m.accounts_join_aside_vote() },
    { term: m.accounts_join_aside_win_term(), detail: m.accounts_join_aside_win() },
  ]
  return (
    <>
      <h2 className="label-caps mb-4 font-sans text-quiet">{m.accounts_join_aside_title()}</h2>
      <dl>
        {acts.map(({ term, detail }) => (
          <div key={term} className="border-line border-t py-4">
            <dt className="font-serif text-lg">{term}</dt>
            <dd className="mt-1 text-quiet text-sm">{detail}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
