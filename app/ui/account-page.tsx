import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Page } from './page.tsx'
import { currentLink } from './site-links.ts'

type Props = { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }

/** One part of one's own account, with the way to the others beside it. */
export function AccountPage({ title, lead, actions, children }: Props) {
  const parts = [
    { to: links.account(), label: m.accounts_nav_profile() },
    { to: links.accountEmail(), label: m.accounts_nav_email() },
    { to: links.accountPassword(), label: m.accounts_nav_password() },
    { to: links.accountSessions(), label: m.accounts_nav_sessions() },
    { to: links.accountData(), label: m.accounts_nav_data() },
  ]
  const { pathname } = useLocation()
  // Leaving is asked for among one's data; a refused form answers at an address below that of its page.
  const current = currentLink(pathname === links.accountDelete() ? links.accountData() : pathname, parts)
  return (
    <Page kicker={m.accounts_account_kicker()} title={title} lead={lead} actions={actions}>
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[12rem_minmax(0,1fr)]">
        <nav aria-label={m.accounts_nav_label()}>
          <ul className="flex flex-wrap gap-x-4 border-line border-b text-sm lg:block lg:border-b-0">
            {parts.map(({ to, label }) => (
              <li key={to} className="lg:border-line lg:border-t lg:last:border-b">
                <Link
                  to={to}
                  aria-current={to === current ? 'page' : undefined}
                  className="flex min-h-11 items-center decoration-accent underline-offset-8 hover:text-accent aria-[current=page]:font-medium aria-[current=page]:underline"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="min-w-0">{children}</div>
      </div>
    </Page>
  )
}
