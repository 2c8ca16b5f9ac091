import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { revokeSession } from '#app/accounts/revoke-session.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { redirectWithFlash } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'

const Ending = z.object({ session: z.string().max(64) })

export function loader() {
  return redirect(links.accountSessions())
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request, Ending)
  const sessionId = form.ok ? form.value.session : ''
  const ended = await revokeSession(context.db, { accountId: viewer.id, sessionId }, context.clock())
  // Twice, or a page left open: either way it is over, as was asked.
  if (!ended.ok) {
    return redirectWithFlash(links.accountSessions(), m.accounts_refused_no_such_session(), { tone: 'info' })
  }
  return redirectWithFlash(links.accountSessions(), m.accounts_sessions_ended())
}
