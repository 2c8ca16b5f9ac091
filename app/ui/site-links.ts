import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** What the shell must know of the person who looks. */
export type ShellViewer = { name: string; handle: string; roles: readonly string[] }

export type SiteLink = { to: string; label: string }

export function publicLinks(): SiteLink[] {
  return [
    { to: links.contests(), label: m.ui_nav_contests() },
    { to: links.production(), label: m.ui_nav_being_made() },
    { to: links.products(), label: m.ui_nav_products() },
    { to: links.howItWorks(), label: m.ui_nav_how_it_works() },
  ]
}

export function staffLinks(viewer: ShellViewer | null): SiteLink[] {
  const rooms = [
    { role: 'juror', to: links.jury(), label: m.ui_nav_jury() },
    { role: 'producer', to: links.productionBoard(), label: m.ui_nav_production() },
    { role: 'admin', to: links.admin(), label: m.ui_nav_admin() },
  ]
  return rooms.filter((room) => viewer?.roles.includes(room.role))
}

export function accountLinks(viewer: ShellViewer): SiteLink[] {
  return [
    { to: links.myEntries(), label: m.ui_nav_my_entries() },
    { to: links.person(viewer.handle), label: m.ui_nav_my_page() },
    { to: links.account(), label: m.ui_nav_account() },
  ]
}

/** The link whose section the page belongs to: of those whose address the page's begins with, the longest. */
export function currentLink(pathname: string, links: readonly SiteLink[]): string | undefined {
  const matches = links.filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  return matches.sort((a, b) => b.to.length - a.to.length)[0]?.to
}
