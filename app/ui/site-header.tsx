import { Form, Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from './button.tsx'
import { Icon } from './icon.tsx'
import { Monogram } from './monogram.tsx'
import { accountLinks, currentLink, publicLinks, type ShellViewer, type SiteLink, staffLinks } from './site-links.ts'
import { Wordmark } from './wordmark.tsx'

type Props = { brand: string; viewer: ShellViewer | null /** Nothing but the way home. */; bare?: boolean }

export function SiteHeader({ brand, viewer, bare = false }: Props) {
  // A new key closes the open menu when the page changes.
  const { key, pathname } = useLocation()
  const current = currentLink(pathname, [...publicLinks(), ...staffLinks(viewer)])
  return (
    <header className="border-line border-b" data-print="no">
      <div className="gutter mx-auto flex min-h-16 max-w-wide items-center justify-between gap-6">
        <Link
          to={links.home()}
          aria-label={m.ui_home_link({ brand })}
          className="flex items-center py-2 hover:text-accent"
        >
          <Wordmark brand={brand} />
        </Link>
        {!bare && (
          <>
            <nav aria-label={m.ui_nav_label()} className="hidden items-center gap-7 text-sm lg:flex">
              {publicLinks().map((link) => (
                <TopLink key={link.to} {...link} current={link.to === current} />
              ))}
              {staffLinks(viewer).length > 0 && <span aria-hidden="true" className="h-4 w-px bg-line" />}
              {staffLinks(viewer).map((link) => (
                <TopLink key={link.to} {...link} current={link.to === current} />
              ))}
            </nav>
            <div className="hidden items-center gap-5 text-sm lg:flex">
              {viewer ? <AccountMenu key={key} viewer={viewer} /> : <Door />}
            </div>
            <NarrowMenu key={`narrow-${key}`} viewer={viewer} />
          </>
        )}
      </div>
    </header>
  )
}

function TopLink({ to, label, current }: SiteLink & { current: boolean }) {
  return (
    <Link
      to={to}
      aria-current={current ? 'page' : undefined}
      className="py-2 decoration-1 underline-offset-8 hover:text-accent aria-[current=page]:underline aria-[current=page]:decoration-accent"
    >
      {label}
    </Link>
  )
}

function Door() {
  return (
    <>
      <Link to={links.signIn()} className="py-2 hover:text-accent">
        {m.ui_nav_sign_in()}
      </Link>
      <ButtonLink to={links.join()} size="small">
        {m.ui_nav_join()}
      </ButtonLink>
    </>
  )
}

function AccountMenu({ viewer }: { viewer: ShellViewer }) {
  return (
    <details className="group relative">
      <summary className="flex min-h-11 items-center gap-2.5 hover:text-accent">
        <Monogram name={viewer.name} size="small" />
        <span className="max-w-40 truncate">{viewer.name}</span>
        <Icon name="chevron" className="transition-transform group-open:rotate-180" />
      </summary>
      <div className="absolute right-0 z-30 min-w-56 border border-line bg-raised py-2">
        <AccountList viewer={viewer} />
      </div>
    </details>
  )
}

function NarrowMenu({ viewer }: { viewer: ShellViewer | null }) {
  return (
    <details className="group lg:hidden">
      <summary className="flex min-h-11 items-center gap-2 text-sm">
        <span className="group-open:hidden">
          <Icon name="menu" />
        </span>
        <span className="hidden group-open:inline">
          <Icon name="close" />
        </span>
        {m.ui_nav_menu()}
      </summary>
      <nav
        aria-label={m.ui_nav_label()}
        className="absolute inset-x-0 z-30 mt-2.5 border-line border-y bg-paper pt-3 pb-6"
      >
        <MenuList links={publicLinks()} large />
        {staffLinks(viewer).length > 0 && <MenuRule />}
        <MenuList links={staffLinks(viewer)} />
        <MenuRule />
        {viewer ? (
          <>
            <p className="gutter py-1 text-quiet text-sm">{viewer.name}</p>
            <AccountList viewer={viewer} />
          </>
        ) : (
          <MenuList
            links={[
              { to: links.signIn(), label: m.ui_nav_sign_in() },
              { to: links.join(), label: m.ui_nav_join() },
            ]}
          />
        )}
      </nav>
    </details>
  )
}

function AccountList({ viewer }: { viewer: ShellViewer }): ReactNode {
  return (
    <>
      <MenuList links={accountLinks(viewer)} />
      <Form method="post" action={links.signOut()} reloadDocument>
        <button type="submit" className={`${MENU_ROW} w-full text-left`}>
          {m.ui_nav_sign_out()}
        </button>
      </Form>
    </>
  )
}

const MENU_ROW = 'flex min-h-11 items-center px-[clamp(1.25rem,4vw,4rem)] lg:px-4 hover:text-accent'

function MenuList({ links, large = false }: { links: SiteLink[]; large?: boolean }) {
  return (
    <ul>
      {links.map((link) => (
        <li key={link.to}>
          <Link to={link.to} className={`${MENU_ROW} ${large ? 'font-serif text-lg' : ''}`}>
            {link.label}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function MenuRule() {
  return <hr className="my-3 border-line" />
}
