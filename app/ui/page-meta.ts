import type { MetaDescriptor } from '@remix-run/node'
import { absolute, links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { CARD_MEDIA_TYPE, CARD_SIZE } from '#app/images/card.ts'
import type { PictureView } from '#app/images/picture.ts'

export type PageCard = {
  /** Absent on the first page, which is the brand’s own. */
  title?: string | undefined
  description?: string | undefined
  /** What stands beside a link to the page; give only one that everybody may see who can open the page. */
  picture?: PictureView | null
  /** Stands instead of the picture, made for this: what it says is the page's to know. */
  card?: { address: string; alt: string } | null | undefined
  kind?: 'website' | 'article' | 'profile' | 'product'
  /** Search engines leave it out. */
  hidden?: boolean
}

/** What the root’s loader tells every page. */
type Shell = { brand: string; publicOrigin: string }
/** Of Remix's matches, what is read here. */
type Matches = readonly { id: string; data?: unknown }[]

const DESCRIPTION_CHARACTERS_MOST = 200

/** The head of a page for tabs, search engines and whoever is sent a link to it. A route’s meta replaces its parents’, so it says all. */
export function pageMeta(matches: Matches, card: PageCard = {}): MetaDescriptor[] {
  const { title, picture, card: made, kind = 'website', hidden = false } = card
  const shell = matches.map(({ data }) => data).find(isShell)
  const brand = shell?.brand ?? 'Placet'
  const description = shorten(card.description || m.ui_tagline())
  return [
    { title: title ? `${title} · ${brand}` : brand },
    { name: 'description', content: description },
    { property: 'og:site_name', content: brand },
    { property: 'og:type', content: kind },
    { property: 'og:title', content: title || brand },
    { property: 'og:description', content: description },
    ...(shell && made ? cardMeta(shell, made) : shell && picture ? pictureMeta(shell, picture) : []),
    ...(hidden ? [{ name: 'robots', content: 'noindex' }] : []),
  ]
}

function pictureMeta({ publicOrigin }: Shell, { id, alt }: PictureView): MetaDescriptor[] {
  return [
    { property: 'og:image', content: absolute(publicOrigin, links.rendition(id, 'share.jpg')) },
    { property: 'og:image:alt', content: alt },
    { name: 'twitter:card', content: 'summary_large_image' },
  ]
}

function cardMeta({ publicOrigin }: Shell, { address, alt }: { address: string; alt: string }): MetaDescriptor[] {
  return [
    { property: 'og:image', content: absolute(publicOrigin, address) },
    { property: 'og:image:type', content: CARD_MEDIA_TYPE },
    { property: 'og:image:width', content: String(CARD_SIZE.width) },
    { property: 'og:image:height', content: String(CARD_SIZE.height) },
    { property: 'og:image:alt', content: alt },
    { name: 'twitter:card', content: 'summary_large_image' },
  ]
}

function shorten(text: string): string {
  // People write Markdown; its marks mean nothing here.
  const line = text
    .replace(/\]\([^)]*\)|[*_#>`[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= DESCRIPTION_CHARACTERS_MOST) return line
  return `${line.slice(0, line.lastIndexOf(' ', DESCRIPTION_CHARACTERS_MOST - 1))}…`
}

function isShell(data: unknown): data is Shell {
  return typeof data === 'object' && data !== null && 'brand' in data && 'publicOrigin' in data
}
