import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findRecipient } from '#app/accounts/accounts.server.ts'
import { issuePasswordLink } from '#app/accounts/issue-password-link.server.ts'
import { LINK_LIFETIME_MINUTES } from '#app/accounts/one-time-link.ts'
import { EMAIL_MAX_LENGTH, emailSchema } from '#app/accounts/person.ts'
import { mayWriteTo, overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { deliver } from '#app/notifications/deliver.server.ts'
import { newPasswordLetter } from '#app/notifications/letters.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

const Asking = z.object({ email: emailSchema })

export function loader({ request }: LoaderFunctionArgs) {
  return { asked: new URL(request.url).searchParams.has('asked') }
}

/** One answer for everybody, and as fast: whether there is an account is looked up when the answer has gone. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, Asking)
  if (!form.ok) return formRefused(form)
  const { email } = form.value
  const over = await overLimit(context, [['mailPerAddress', context.clientAddress]], form.typed)
  if (over) return over

  const mayWrite = await mayWriteTo(context, { recipient: email, from: context.clientAddress })
  if (mayWrite) context.afterAnswer(() => mailPasswordLink(context, email))
  return redirect(`${links.forgottenPassword()}?asked`, 303)
}

async function mailPasswordLink(context: AppLoadContext, email: string): Promise<void> {
  const issued = await issuePasswordLink(context.db, { email }, context.clock())
  const person = issued.ok ? await findRecipient(context.db, issued.value.accountId) : null
  if (issued.ok && person) {
    const { token, nameIsTheirs } = issued.value
    const name = nameIsTheirs ? person.name : null
    const reader = { name, email, language: person.language ?? context.locale }
    deliver(context, newPasswordLetter(reader, token, context.config))
  }
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_forgotten_title() })

export default function ForgottenPassword() {
  const { asked } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  if (asked && !refusal) return <Asked />
  return (
    <Page
      title={m.accounts_forgotten_title()}
      lead={m.accounts_forgotten_lead()}
      back={{ to: links.signIn(), label: m.accounts_forgotten_back() }}
      width="text"
    >
      <Form method="post" action={links.forgottenPassword()} className="max-w-lg" noValidate>
        <ErrorSummary errors={refusal?.errors} title={m.accounts_errors_title()} />
        <TextField
          name="email"
          type="email"
          label={m.accounts_field_email()}
          autoComplete="username"
          maxLength={EMAIL_MAX_LENGTH}
          defaultValue={typedText(refusal?.typed, 'email')}
          error={refusal?.errors.email}
          required
        />
        <SubmitButton size="large">{m.accounts_forgotten_button()}</SubmitButton>
      </Form>
    </Page>
  )
}

function Asked() {
  const minutes = LINK_LIFETIME_MINUTES['new-password']
  return (
    <Page title={m.accounts_forgotten_sent_title()} lead={m.accounts_forgotten_sent({ minutes })} width="text">
      <p className="max-w-text border-line border-t pt-5">{m.accounts_forgotten_sent_nothing()}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        <ButtonLink to={links.forgottenPassword()}>{m.accounts_forgotten_again()}</ButtonLink>
        <ButtonLink to={links.signIn()} look="quiet">
          {m.accounts_forgotten_back()}
        </ButtonLink>
      </div>
    </Page>
  )
}
