import { type AppLoadContext, redirect } from '@remix-run/node'
import { has, isStaff, type StaffRole, type Viewer } from '#app/accounts/roles.ts'
import { findSessionViewer } from '#app/accounts/sessions.server.ts'
import { links } from './links.ts'
import { forbidden } from './respond.server.ts'
import { readSessionToken } from './session-cookie.server.ts'

/**
 * Who is asking. Remix runs nested loaders side by side, so a layout's guard protects nothing: each loader and each action
 * that is not for everybody calls one of these itself, first.
 */
export async function findViewer(context: AppLoadContext, request: Request): Promise<Viewer | null> {
  const token = await readSessionToken(request.headers, context.config)
  if (!token) return null
  return findSessionViewer(context.db, token, context.clock())
}

/** A signed-in person; a visitor is sent to the sign-in page and comes back afterwards. */
export async function requireViewer(context: AppLoadContext, request: Request): Promise<Viewer> {
  const viewer = await findViewer(context, request)
  if (viewer) return viewer
  const { pathname, search } = new URL(request.url)
  // After a POST there is no page to come back to at the action's own address; the referring page is not trusted either.
  throw redirect(links.signIn(request.method === 'GET' ? pathname + search : undefined))
}

/** A member in good standing: confirmed address, no staff role. Others get the 403 page that says why. */
export async function requireMember(context: AppLoadContext, request: Request): Promise<Viewer> {
  const viewer = await requireViewer(context, request)
  if (isStaff(viewer)) throw forbidden('staff-do-not-take-part')
  if (!viewer.emailConfirmed) throw forbidden('email-not-confirmed')
  return viewer
}

/** Staff with one of the roles. */
export async function requireRole(context: AppLoadContext, request: Request, ...roles: StaffRole[]): Promise<Viewer> {
  const viewer = await requireViewer(context, request)
  if (roles.some((role) => has(viewer, role))) return viewer
  throw forbidden('not-your-role')
}
