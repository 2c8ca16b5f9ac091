import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listPeople, type PersonForAdmin } from '#app/accounts/people.server.ts'
import { STAFF_ROLES } from '#app/accounts/roles.ts'
import { links } from '#app/http/links.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pager } from '#app/ui/pager.tsx'
import { roleInWords } from '#app/ui/role-words.ts'
import { Table, Td, Th } from '#app/ui/table.tsx'

/** What stands in the address; anything unreadable is as if it were not there. */
const Looking = z.object({
  search: z.string().trim().max(254).catch(''),
  role: z
    .enum([...STAFF_ROLES, 'staff'])
    .nullable()
    .catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  const looking = Looking.parse({ role: null, ...Object.fromEntries(new URL(request.url).searchParams) })
  return { ...looking, ...(await listPeople(context.db, looking)) }
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.accounts_people_title() })

export default function People() {
  const { people, total, page, pages, search, role } = useLoaderData<typeof loader>()
  return (
    <Page
      title={m.accounts_people_title()}
      kicker={m.ui_nav_admin()}
      back={{ to: links.admin(), label: m.contests_admin_title() }}
    >
      <Form className="mb-4 grid items-end gap-x-6 sm:grid-cols-[minmax(0,1fr)_14rem_auto]">
        <TextField
          name="search"
          type="search"
          label={m.accounts_people_search()}
          defaultValue={search}
          maxLength={254}
        />
        <SelectField
          name="role"
          label={m.accounts_people_role()}
          empty={m.accounts_people_everybody()}
          options={[
            { value: 'staff', label: m.accounts_people_staff() },
            ...STAFF_ROLES.map((value) => ({ value, label: roleInWords(value) })),
          ]}
          defaultValue={role ?? ''}
        />
        <div className="mb-6">
          <SubmitButton look="plain">{m.accounts_people_search_button()}</SubmitButton>
        </div>
      </Form>
      <p className="mb-3 text-quiet text-sm tabular-nums" role="status">
        {m.accounts_people_found({ count: total })}
      </p>
      {people.length === 0 ? (
        <EmptyState icon="info" act={<ButtonLink to={links.people()}>{m.accounts_people_show_all()}</ButtonLink>}>
          {m.accounts_people_none()}
        </EmptyState>
      ) : (
        <PeopleTable people={people} />
      )}
      <Pager page={page} pages={pages} hrefFor={(number) => pageAddress({ search, role, page: number })} />
    </Page>
  )
}

function PeopleTable({ people }: { people: PersonForAdmin[] }) {
  return (
    <Table caption={m.accounts_people_caption()} captionHidden>
      <thead>
        <tr>
          <Th>{m.accounts_field_name()}</Th>
          <Th className="max-sm:hidden">{m.accounts_field_email()}</Th>
          <Th>{m.accounts_people_role()}</Th>
          <Th className="max-sm:hidden">{m.accounts_people_joined()}</Th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <Th row>
              <Link to={links.personForAdmin(person.id)} className="link inline-flex min-h-8 items-center">
                {person.name}
              </Link>
              <span className="block font-normal text-quiet text-xs sm:hidden">
                <Address person={person} />
              </span>
            </Th>
            <Td className="max-sm:hidden">
              <Address person={person} />
            </Td>
            <Td>
              {person.roles.length > 0 ? (
                person.roles.map(({ role }) => roleInWords(role)).join(', ')
              ) : (
                <span className="text-quiet">{m.accounts_people_member()}</span>
              )}
              <span className="block whitespace-nowrap text-quiet text-xs sm:hidden">
                <span className="sr-only">{m.accounts_people_joined()}</span>{' '}
                <Moment at={person.createdAt} precision="brief-day" />
              </span>
            </Td>
            <Td className="whitespace-nowrap max-sm:hidden">
              <Moment at={person.createdAt} precision="brief-day" />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Address({ person: { email, emailConfirmed } }: { person: PersonForAdmin }) {
  return (
    <>
      {email}
      {!emailConfirmed && <span className="block text-amber text-xs">{m.accounts_people_not_confirmed()}</span>}
    </>
  )
}

function pageAddress({ search, role, page }: { search: string; role: string | null; page: number }): string {
  const query = new URLSearchParams({ ...(search && { search }), ...(role && { role }), page: String(page) })
  return `${links.people()}?${query}`
}
