import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { has } from '#app/accounts/roles.ts'
import { publicSlugOf } from '#app/contests/contests.server.ts'
import { phaseAt } from '#app/contests/schedule.ts'
import { requireDesk } from '#app/http/desk-guard.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Outcome } from '#app/outcome.ts'
import { CASE_STATES, type CaseState, rulingFormSchema } from '#app/voting/desk/case.ts'
import { listCases } from '#app/voting/desk/cases.server.ts'
import { findDeskWindow } from '#app/voting/desk/desk-windows.server.ts'
import { findLastLook } from '#app/voting/desk/desks.server.ts'
import type { Ruling, RulingRefusal } from '#app/voting/desk/rule-on-cases.server.ts'
import { findWorkOrder } from '#app/voting/desk/work-orders.server.ts'

const CASES_A_PAGE = 25

/** The loader of the desk and of its acts, which show the same page when they are refused. */
export async function loadDesk({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, facts } = await requireDesk(context, request, params.contestId)
  const { id: contestId, title, zone, votingOpensAt } = facts.contest
  const now = context.clock()
  const { searchParams } = new URL(request.url)
  const state = CASE_STATES.find((each) => each === searchParams.get('state')) ?? 'quarantined'
  const cases = await listCases(context.db, contestId)
  const chosen = cases.filter((each) => each.state === state)
  const pages = Math.max(1, Math.ceil(chosen.length / CASES_A_PAGE))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(searchParams.get('page')) || 1)))
  return {
    contest: { contestId, title, zone, slug: publicSlugOf(facts), phase: phaseAt(facts.schedule, now) },
    isAdmin: has(viewer, 'admin'),
    viewerId: viewer.id,
    begun: now.toISOString() >= votingOpensAt,
    counts: countStates(cases),
    ...{ state, page, pages, cases: chosen.slice((page - 1) * CASES_A_PAGE, page * CASES_A_PAGE) },
    window: await findDeskWindow(context.db, contestId, now),
    look: await findLastLook(context.db, contestId),
    work: await findWorkOrder(context.db, contestId),
  }
}

export type DeskView = Awaited<ReturnType<typeof loadDesk>>

function countStates(cases: readonly { state: CaseState }[]): Record<CaseState, number> {
  const counts = { noted: 0, quarantined: 0, 'exclusion-proposed': 0, released: 0, excluded: 0 }
  for (const { state } of cases) counts[state] += 1
  return counts
}

type Rule = (db: AppLoadContext['db'], ruling: Ruling, now: Date) => Promise<Outcome<{ cases: number }, RulingRefusal>>

/** One ruling for the cases that were ticked, and back to the list from which they came. */
export async function ruleAtDesk({ request, params, context }: ActionFunctionArgs, rule: Rule) {
  const { viewer, facts } = await requireDesk(context, request, params.contestId)
  const contestId = facts.contest.id
  const form = await readForm(request, rulingFormSchema)
  if (!form.ok) return formRefused(form)
  const ruled = await rule(context.db, { contestId, ...form.value, actorId: viewer.id }, context.clock())
  if (!ruled.ok) return refuse(ruled.refusal, { typed: form.typed })
  const state = new URL(request.url).searchParams.get('state') ?? undefined
  return redirectWithFlash(links.desk(contestId, { state }), m.voting_desk_ruled({ count: ruled.value.cases }))
}
