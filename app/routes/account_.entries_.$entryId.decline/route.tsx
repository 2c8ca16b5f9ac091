import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { declineCollaboration } from '#app/entries/decline-collaboration.server.ts'
import { listMyEntries } from '#app/entries/my-entries.server.ts'
import { links } from '#app/http/links.ts'
import { notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { pageMeta } from '#app/ui/page-meta.ts'
import { MyEntriesPage } from '../account_.entries/my-entries-page.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { entries: await listMyEntries(context.db, { viewer }, context.clock()) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const collaborator = await requireViewer(context, request)
  const outcome = await declineCollaboration(
    context.db,
    { entryId: params.entryId ?? '', collaborator },
    context.clock(),
  )
  if (outcome.ok) return redirectWithFlash(links.myEntries(), m.entries_declined_flash())
  if (outcome.refusal === 'invitation-not-found') throw notFound()
  return refuse(outcome.refusal)
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, { title: m.entries_my_entries() })

export default function MyEntries() {
  const { entries } = useLoaderData<typeof loader>()
  return <MyEntriesPage entries={entries} />
}
