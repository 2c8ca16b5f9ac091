import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { weighArchivedArtworks } from '#app/entries/archived-artworks.server.ts'
import { listOwnEntryIds } from '#app/entries/designer-entries.server.ts'
import { links } from '#app/http/links.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { AccountPage } from '#app/ui/account-page.tsx'
import { ArchiveButton } from '#app/ui/archive-button.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Section } from '#app/ui/section.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return weighArchivedArtworks(context.db, await listOwnEntryIds(context.db, viewer.id), 'originals')
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_data_title() })

export default function Data() {
  const { pictures, bytes } = useLoaderData<typeof loader>()
  return (
    <AccountPage title={m.accounts_data_title()}>
      <Section title={m.accounts_data_export_title()} lead={m.accounts_data_export()}>
        <Form method="post" action={links.accountExport()} reloadDocument>
          {/* A download leaves the page where it is, so the button must not wait for the next one. */}
          <Button type="submit" look="primary">
            {m.accounts_data_export_button()}
          </Button>
        </Form>
        {pictures > 0 && (
          <div className="mt-6">
            <p className="mb-4 max-w-text text-quiet">{m.accounts_data_originals()}</p>
            <ArchiveButton action={links.accountOriginals()} pictures={pictures} bytes={bytes} />
          </div>
        )}
      </Section>
      <Section title={m.accounts_data_delete_title()} lead={m.accounts_data_delete()}>
        <ButtonLink to={links.accountDelete()} look="danger">
          {m.accounts_data_delete_link()}
        </ButtonLink>
      </Section>
    </AccountPage>
  )
}
