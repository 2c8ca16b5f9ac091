import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { z } from 'zod'
import { findProfile } from '#app/accounts/accounts.server.ts'
import { deleteAccount } from '#app/accounts/delete-account.server.ts'
import { ownPasswordSchema } from '#app/accounts/password.ts'
import { withdrawEntriesOfLeaver } from '#app/entries/withdraw-entries-of-leaver.server.ts'
import { overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { clearSessionToken } from '#app/http/session-cookie.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { discardPictures } from '#app/images/discard-picture.server.ts'
import { deliver } from '#app/notifications/deliver.server.ts'
import { accountDeletedLetter } from '#app/notifications/letters.ts'
import { AccountPage } from '#app/ui/account-page.tsx'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PasswordField } from '#app/ui/password-field.tsx'
import { destroyBallotKeysOfLeaver } from '#app/voting/destroy-ballot-keys-of-leaver.server.ts'

const Leaving = z.object({ password: ownPasswordSchema })

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireViewer(context, request)
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request, Leaving)
  if (!form.ok) return formRefused(form)
  const over = await overLimit(context, [['passwordPerPerson', viewer.id]])
  if (over) return over

  const leaver = await findProfile(context.db, viewer.id)
  const deletion = {
    accountId: viewer.id,
    password: form.value.password,
    steps: [withdrawEntriesOfLeaver, destroyBallotKeysOfLeaver],
  }
  const deleted = await deleteAccount(context.db, deletion, context.clock())
  if (!deleted.ok) {
    return refuse(deleted.refusal, { field: deleted.refusal === 'wrong-password' ? 'password' : '' })
  }
  await discardPictures(context.db, context.pictures.store, deleted.value)
  await context.unfinishedUploads.endAllOf(viewer.id)
  if (leaver) {
    deliver(context, accountDeletedLetter({ ...leaver, language: leaver.language ?? context.locale }, context.config))
  }
  const headers = new Headers({ 'Set-Cookie': await clearSessionToken(context.config) })
  return redirectWithFlash(links.home(), m.accounts_deleted(), { headers, tone: 'info' })
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_delete_title() })

export default function Delete() {
  const refusal = useActionData<typeof action>()
  return (
    <AccountPage title={m.accounts_delete_title()} lead={m.accounts_delete_lead()}>
      <div className="max-w-text">
        <Facts
          items={[
            { term: m.accounts_delete_goes_term(), detail: m.accounts_delete_goes() },
            { term: m.accounts_delete_withdrawn_term(), detail: m.accounts_delete_withdrawn() },
            { term: m.accounts_delete_stays_term(), detail: m.accounts_delete_stays() },
          ]}
        />
      </div>
      <Form method="post" className="mt-10 max-w-lg" noValidate>
        <ErrorSummary errors={refusal?.errors} title={m.accounts_errors_title()} />
        <PasswordField
          name="password"
          label={m.accounts_field_current_password()}
          autoComplete="current-password"
          error={refusal?.errors.password}
          required
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton look="danger">{m.accounts_delete_button()}</SubmitButton>
          <ButtonLink to={links.accountData()} look="quiet">
            {m.accounts_delete_cancel()}
          </ButtonLink>
        </div>
      </Form>
    </AccountPage>
  )
}
