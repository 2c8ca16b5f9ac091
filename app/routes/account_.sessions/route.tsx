import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { SESSION_ABSOLUTE_DAYS, SESSION_IDLE_DAYS, STAFF_SESSION_HOURS } from '#app/accounts/session.ts'
import { listSessions, type OwnSession } from '#app/accounts/sessions.server.ts'
import { links } from '#app/http/links.ts'
import { readSessionToken } from '#app/http/session-cookie.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { AccountPage } from '#app/ui/account-page.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const token = await readSessionToken(request.headers, context.config)
  return { sessions: await listSessions(context.db, { accountId: viewer.id, token }, context.clock()) }
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_sessions_title() })

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>()
  const lead = m.accounts_sessions_lead({
    idleDays: SESSION_IDLE_DAYS,
    absoluteDays: SESSION_ABSOLUTE_DAYS,
    staffHours: STAFF_SESSION_HOURS,
  })
  return (
    <AccountPage title={m.accounts_sessions_title()} lead={lead}>
      <ul className="border-line border-b">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      <div className="mt-6">
        {sessions.length > 1 ? (
          <Form method="post" action={links.endOtherSessions()}>
            <SubmitButton look="danger">{m.accounts_sessions_end_others()}</SubmitButton>
          </Form>
        ) : (
          <p className="text-quiet text-sm">{m.accounts_sessions_only()}</p>
        )}
      </div>
      <p className="mt-8 max-w-text text-quiet text-sm">
        {m.accounts_sessions_not_you()}{' '}
        <Link to={links.accountPassword()} className="link">
          {m.accounts_password_button()}
        </Link>
      </p>
    </AccountPage>
  )
}

function SessionRow({ session }: { session: OwnSession }) {
  const device = session.device || m.accounts_sessions_unknown_device()
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-line border-t py-4">
      <div>
        <p className="font-medium">
          {device}
          {session.current && (
            <span className="ml-2 font-normal text-accent text-sm">{m.accounts_sessions_current()}</span>
          )}
        </p>
        <p className="text-quiet text-sm">
          {m.accounts_sessions_since()} <Moment at={session.createdAt} />
        </p>
        <p className="text-quiet text-sm">
          {m.accounts_sessions_seen()} <Moment at={session.lastSeenAt} />
        </p>
      </div>
      {!session.current && (
        <Form method="post" action={links.endSession()}>
          <input type="hidden" name="session" value={session.id} />
          <SubmitButton look="plain" size="small" aria-label={m.accounts_sessions_end_label({ device })}>
            {m.accounts_sessions_end()}
          </SubmitButton>
        </Form>
      )}
    </li>
  )
}
