import type { ActionFunctionArgs, AppLoadContext, MetaFunction } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { z } from 'zod'
import { findRecipientByEmail } from '#app/accounts/accounts.server.ts'
import { issueConfirmationLink } from '#app/accounts/issue-confirmation-link.server.ts'
import { LINK_LIFETIME_MINUTES } from '#app/accounts/one-time-link.ts'
import { EMAIL_MAX_LENGTH, emailSchema } from '#app/accounts/person.ts'
import { mayWriteTo, overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, redirectWithFlash } from '#app/http/respond.server.ts'
import { typedText } from '#app/http/typed.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { deliver } from '#app/notifications/deliver.server.ts'
import { alreadyMemberLetter, confirmationLetter } from '#app/notifications/letters.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Section } from '#app/ui/section.tsx'

const Asking = z.object({ email: emailSchema })

/** One answer for everybody, and as fast: whether there is an account is looked up when the answer has gone. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request, Asking)
  if (!form.ok) return formRefused(form)
  const { email } = form.value
  const over = await overLimit(context, [['mailPerAddress', context.clientAddress]], form.typed)
  if (over) return over

  const mayWrite = await mayWriteTo(context, { recipient: email, from: context.clientAddress })
  if (mayWrite) context.afterAnswer(() => mailConfirmationLink(context, email))
  return redirectWithFlash(links.mailbox(), m.accounts_mail_again_done(), { tone: 'info' })
}

async function mailConfirmationLink(context: AppLoadContext, email: string): Promise<void> {
  const issued = await issueConfirmationLink(context.db, { email }, context.clock())
  const person = await findRecipientByEmail(context.db, email)
  const language = person?.language ?? context.locale
  if (issued.ok) deliver(context, confirmationLetter({ email, language }, issued.value.token, context.config))
  else if (person) deliver(context, alreadyMemberLetter({ ...person, language }, context.config))
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_mail_title() })

export default function Mailbox() {
  const refusal = useActionData<typeof action>()
  const hours = LINK_LIFETIME_MINUTES['confirm-email'] / 60
  return (
    <Page title={m.accounts_mail_title()} lead={m.accounts_mail_lead({ hours })} width="text">
      <Section title={m.accounts_mail_nothing_title()} lead={m.accounts_mail_nothing()}>
        <Form method="post" className="max-w-lg" noValidate>
          <ErrorSummary errors={refusal?.errors} title={m.accounts_errors_title()} />
          <TextField
            name="email"
            type="email"
            label={m.accounts_field_email()}
            autoComplete="email"
            maxLength={EMAIL_MAX_LENGTH}
            defaultValue={typedText(refusal?.typed, 'email')}
            error={refusal?.errors.email}
            required
          />
          <SubmitButton look="plain">{m.accounts_mail_again_button()}</SubmitButton>
        </Form>
      </Section>
    </Page>
  )
}
