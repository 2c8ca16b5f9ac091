import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { m } from '#app/i18n/paraglide/messages.js'
import { pageMeta } from '#app/ui/page-meta.ts'
import { releaseBallots } from '#app/voting/desk/release-ballots.server.ts'
import { Desk } from '../admin.contests.$contestId_.integrity/desk.tsx'
import { loadDesk, ruleAtDesk } from '../admin.contests.$contestId_.integrity/desk-view.server.ts'

export function loader(args: LoaderFunctionArgs) {
  return loadDesk(args)
}

export function action(args: ActionFunctionArgs) {
  return ruleAtDesk(args, releaseBallots)
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.voting_desk_title() })

export default function ReleaseRoute() {
  return <Desk />
}
