import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findRecipient } from '#app/accounts/accounts.server.ts'
import { dismissStaff } from '#app/accounts/dismiss-staff.server.ts'
import { isOwnPassword } from '#app/accounts/own-password.server.ts'
import { ownPasswordSchema } from '#app/accounts/password.ts'
import { findPersonForAdmin } from '#app/accounts/people.server.ts'
import { STAFF_ROLES } from '#app/accounts/roles.ts'
import { overLimit } from '#app/http/limit.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { renewOwnSession } from '#app/http/session-renewal.server.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { deliver } from '#app/notifications/deliver.server.ts'
import { dismissedLetter } from '#app/notifications/letters.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PasswordField } from '#app/ui/password-field.tsx'
import { roleInWords } from '#app/ui/role-words.ts'

const Role = z.enum(STAFF_ROLES)
const Dismissing = z.object({ role: Role, password: ownPasswordSchema })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  const role = Role.safeParse(new URL(request.url).searchParams.get('role'))
  const person = await findPersonForAdmin(context.db, params.accountId ?? '')
  if (!person || !role.success || !person.roles.some((held) => held.role === role.data)) throw notFound()
  return { id: person.id, name: person.name, role: role.data }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const form = await readForm(request, Dismissing)
  if (!form.ok) return formRefused(form)
  const { role, password } = form.value
  const over = await overLimit(context, [['passwordPerPerson', admin.id]])
  if (over) return over
  if (!(await isOwnPassword(context.db, { accountId: admin.id, password }))) {
    return refuse('wrong-password', { field: 'password' })
  }
  await context.limiter.forgive('passwordPerPerson', admin.id)

  const accountId = params.accountId ?? ''
  if (!(await findPersonForAdmin(context.db, accountId))) throw notFound()
  const dismissed = await dismissStaff(context.db, { accountId, role, dismissedBy: admin.id }, context.clock())
  if (!dismissed.ok && dismissed.refusal === 'not-appointed') {
    // Another admin was faster: there is no role left to show this page for.
    return redirectWithFlash(links.personForAdmin(accountId), m.accounts_refused_not_appointed(), { tone: 'info' })
  }
  if (!dismissed.ok) return refuse(dismissed.refusal)
  const person = await findRecipient(context.db, accountId)
  if (!person) throw notFound()
  deliver(context, dismissedLetter({ ...person, language: person.language ?? context.locale }, role, context.config))
  const headers = await renewOwnSession(context, request, { viewer: admin, changed: accountId })
  const stillAdmin = admin.id !== accountId || role !== 'admin'
  const said = m.accounts_dismissed({ name: person.name, role: roleInWords(role) })
  return redirectWithFlash(stillAdmin ? links.personForAdmin(accountId) : links.home(), said, { headers })
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data && m.accounts_dismiss_title({ name: data.name }) })

export default function Dismiss() {
  const { id, name, role } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Page title={m.accounts_dismiss_title({ name })} back={{ to: links.personForAdmin(id), label: name }} width="text">
      <Form method="post" className="max-w-text" noValidate>
        <ErrorSummary errors={refusal?.errors} title={m.accounts_errors_title()} />
        <input type="hidden" name="role" value={role} />
        <Notice tone="danger">{m.accounts_dismiss_consequence({ name, role: roleInWords(role) })}</Notice>
        <div className="max-w-lg">
          <PasswordField
            name="password"
            label={m.accounts_field_current_password()}
            hint={m.accounts_password_asked()}
            autoComplete="current-password"
            error={refusal?.errors.password}
            required
          />
        </div>
        <div className="flex flex-wrap gap-3">
          <SubmitButton look="danger">{m.accounts_dismiss_button()}</SubmitButton>
          <ButtonLink to={links.personForAdmin(id)} look="quiet">
            {m.accounts_cancel()}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
