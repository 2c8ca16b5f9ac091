import type { AppLoadContext } from '@remix-run/node'
import { has, type Viewer } from '#app/accounts/roles.ts'
import { type ContestFacts, findContestFacts } from '#app/contests/contests.server.ts'
import { forbidden, notFound } from './respond.server.ts'
import { requireRole } from './viewer.server.ts'

/** Who may work at the integrity desk of a contest: an admin, or a juror who sits on its panel. */
export async function requireDesk(
  context: AppLoadContext,
  request: Request,
  contestId: string | undefined,
): Promise<{ viewer: Viewer; facts: ContestFacts }> {
  const viewer = await requireRole(context, request, 'admin', 'juror')
  const facts = contestId === undefined ? undefined : await findContestFacts(context.db, { id: contestId })
  if (!facts?.schedule.publishedAt) throw notFound()
  if (!has(viewer, 'admin') && !facts.panel.includes(viewer.id)) throw forbidden('not-on-this-panel')
  return { viewer, facts }
}
