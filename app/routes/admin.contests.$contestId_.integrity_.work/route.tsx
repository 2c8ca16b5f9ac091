import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { pageMeta } from '#app/ui/page-meta.ts'
import { workOrderFormSchema } from '#app/voting/desk/case.ts'
import { orderWork } from '#app/voting/desk/order-work.server.ts'
import { Desk } from '../admin.contests.$contestId_.integrity/desk.tsx'
import { loadDesk } from '../admin.contests.$contestId_.integrity/desk-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args.context, args.request, 'admin')
  return loadDesk(args)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const admin = await requireRole(context, request, 'admin')
  const { contestId = '' } = params
  const form = await readForm(request, workOrderFormSchema)
  if (!form.ok) return formRefused(form)
  const ordered = await orderWork(context.db, { contestId, ...form.value, orderedBy: admin.id }, context.clock())
  if (!ordered.ok) return refuse(ordered.refusal, { typed: form.typed })
  const text = form.value.wanted ? m.voting_desk_work_ordered() : m.voting_desk_work_lifted()
  return redirectWithFlash(links.desk(contestId), text)
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.voting_desk_title() })

export default function WorkRoute() {
  return <Desk />
}
