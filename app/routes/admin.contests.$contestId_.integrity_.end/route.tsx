import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { links } from '#app/http/links.ts'
import { redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { pageMeta } from '#app/ui/page-meta.ts'
import { endDesk } from '#app/voting/desk/end-desk.server.ts'
import { Desk } from '../admin.contests.$contestId_.integrity/desk.tsx'
import { loadDesk } from '../admin.contests.$contestId_.integrity/desk-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args.context, args.request, 'admin')
  return loadDesk(args)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const { contestId = '' } = params
  const ended = await endDesk(context.db, { contestId, endedBy: admin.id }, context.clock())
  if (!ended.ok) return refuse(ended.refusal)
  return redirectWithFlash(links.desk(contestId), m.voting_desk_ended())
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.voting_desk_title() })

export default function EndRoute() {
  return <Desk />
}
