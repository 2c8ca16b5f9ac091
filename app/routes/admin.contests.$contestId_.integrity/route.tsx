import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { m } from '#app/i18n/paraglide/messages.js'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Desk } from './desk.tsx'
import { loadDesk } from './desk-view.server.ts'

export function loader(args: LoaderFunctionArgs) {
  return loadDesk(args)
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: [m.voting_desk_title(), data?.contest.title].filter(Boolean).join(' · ') })

export default function DeskRoute() {
  return <Desk />
}
