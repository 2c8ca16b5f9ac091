import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { findPersonForAdmin, type PersonForAdmin } from '#app/accounts/people.server.ts'
import { links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { requireRole } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { momentText } from '#app/ui/moment-text.ts'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { roleInWords } from '#app/ui/role-words.ts'
import { Section } from '#app/ui/section.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireRole(context, request, 'admin')
  const person = await findPersonForAdmin(context.db, params.accountId ?? '')
  if (!person) throw notFound()
  return { person }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, { title: data?.person.name })

export default function PersonForAdmins() {
  const { person } = useLoaderData<typeof loader>()
  return (
    <Page
      title={person.name}
      kicker={m.ui_nav_admin()}
      back={{ to: links.people(), label: m.accounts_person_back() }}
      width="text"
    >
      <Facts
        items={[
          {
            term: m.accounts_field_email(),
            detail: (
              <>
                {person.email}{' '}
                {!person.emailConfirmed && <span className="text-amber">({m.accounts_people_not_confirmed()})</span>}
              </>
            ),
          },
          { term: m.accounts_people_joined(), detail: <Moment at={person.createdAt} precision="day" /> },
          {
            term: m.accounts_person_page(),
            detail: (
              <Link to={links.person(person.handle)} className="link">
                {person.handle}
              </Link>
            ),
          },
        ]}
      />
      <Section
        title={m.accounts_person_roles()}
        actions={
          <ButtonLink to={links.appoint(person.id)} size="small">
            {m.accounts_appoint_link()}
          </ButtonLink>
        }
      >
        <Roles person={person} />
      </Section>
    </Page>
  )
}

function Roles({ person }: { person: PersonForAdmin }) {
  if (person.roles.length === 0) return <p className="text-quiet">{m.accounts_person_no_roles()}</p>
  return (
    <ul className="border-line border-b">
      {person.roles.map(({ role, grantedAt, grantedBy }) => {
        const date = momentText(grantedAt, 'UTC', getLocale(), 'day')
        return (
          <li
            key={role}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-t py-3"
          >
            <div>
              <p className="font-medium">{roleInWords(role)}</p>
              <p className="text-quiet text-sm">
                {grantedBy
                  ? m.accounts_person_granted({ date, name: grantedBy })
                  : m.accounts_person_granted_shell({ date })}
              </p>
            </div>
            <Link
              to={links.dismiss(person.id, role)}
              className="link inline-flex min-h-11 items-center text-danger text-sm"
              aria-label={m.accounts_dismiss_link_label({ role: roleInWords(role), name: person.name })}
            >
              {m.accounts_dismiss_link()}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
