import { useNavigation } from '@remix-run/react'
import type { GalleryPage } from '#app/entries/gallery-entries.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { EntryWall } from '#app/ui/entry-wall.tsx'
import { Pager } from '#app/ui/pager.tsx'
import type { GalleryData } from './route.tsx'

/** The pictures that the first screen shows. */
const EAGER = 6

export function GalleryWall({ contest, gallery }: { contest: GalleryData['contest']; gallery: GalleryPage }) {
  const { slug, phase } = contest
  const turning = useNavigation().location?.pathname === links.gallery(slug)
  if (gallery.total === 0) {
    return (
      <EmptyState
        title={phase === 'open' ? m.entries_gallery_empty_open_title() : m.entries_gallery_empty_title()}
        act={phase === 'open' && <ButtonLink to={links.enter(slug)}>{m.entries_enter_act()}</ButtonLink>}
      >
        {phase === 'open' ? m.entries_gallery_empty_open() : m.entries_gallery_empty()}
      </EmptyState>
    )
  }
  return (
    <div aria-busy={turning} className={turning ? 'opacity-60 transition-opacity duration-calm' : undefined}>
      <EntryWall entries={gallery.entries} label={m.entries_gallery()} eager={EAGER} />
      <Pager page={gallery.page} pages={gallery.pages} hrefFor={(page) => links.gallery(slug, page)} />
      <p className="mt-8 max-w-text text-quiet text-xs">{m.entries_gallery_order()}</p>
    </div>
  )
}
