import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listMyEntries } from '#app/entries/my-entries.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { listAgreementsToSign } from '#app/production/agreements.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { MyEntriesPage } from './my-entries-page.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return {
    entries: await listMyEntries(context.db, { viewer }, context.clock()),
    agreements: await listAgreementsToSign(context.db, viewer.id),
  }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, { title: m.entries_my_entries() })

export default function MyEntries() {
  const { entries, agreements } = useLoaderData<typeof loader>()
  return <MyEntriesPage entries={entries} agreements={agreements} />
}
