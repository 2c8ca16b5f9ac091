import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { closeSession } from '#app/accounts/close-session.server.ts'
import { links } from '#app/http/links.ts'
import { redirectWithFlash } from '#app/http/respond.server.ts'
import { clearSessionToken, readSessionToken } from '#app/http/session-cookie.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** Nobody is signed out by a link or by a picture's address. */
export function loader() {
  return redirect(links.home())
}

export async function action({ request, context }: ActionFunctionArgs) {
  const token = await readSessionToken(request.headers, context.config)
  if (token) await closeSession(context.db, { token }, context.clock())
  const headers = new Headers({ 'Set-Cookie': await clearSessionToken(context.config) })
  return redirectWithFlash(links.home(), m.accounts_signed_out(), { headers })
}
