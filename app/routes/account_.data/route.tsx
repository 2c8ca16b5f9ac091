import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { AccountPage } from '#app/ui/account-page.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Section } from '#app/ui/section.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireViewer(context, request)
  return null
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_data_title() })

export default function Data() {
  return (
    <AccountPage title={m.accounts_data_title()}>
      <Section title={m.accounts_data_export_title()} lead={m.accounts_data_export()}>
        <Form method="post" action={links.accountExport()} reloadDocument>
          {/* A download leaves the page where it is, so the button must not wait for the next one. */}
          <Button type="submit" look="primary">
            {m.accounts_data_export_button()}
          </Button>
        </Form>
      </Section>
      <Section title={m.accounts_data_delete_title()} lead={m.accounts_data_delete()}>
        <ButtonLink to={links.accountDelete()} look="danger">
          {m.accounts_data_delete_link()}
        </ButtonLink>
      </Section>
    </AccountPage>
  )
}
