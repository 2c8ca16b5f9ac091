import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { revokeOtherSessions } from '#app/accounts/revoke-other-sessions.server.ts'
import { links } from '#app/http/links.ts'
import { redirectWithFlash } from '#app/http/respond.server.ts'
import { readSessionToken } from '#app/http/session-cookie.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'

export function loader() {
  return redirect(links.accountSessions())
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const keepToken = (await readSessionToken(request.headers, context.config)) ?? ''
  const count = await revokeOtherSessions(context.db, { accountId: viewer.id, keepToken }, context.clock())
  return redirectWithFlash(
    links.accountSessions(),
    count === 0 ? m.accounts_sessions_only() : m.accounts_sessions_others_ended({ count }),
  )
}
