import { links } from '#app/http/links.ts'
import { ROUTES } from '../http/real-app.ts'
import type { Asker, Scene, TownScene } from '../town/town-scene.ts'

const PICTURES = /^\/(pictures|originals|assets)\//
/** More addresses than the town has: a page that links to ever new ones must not keep the crawl going. */
const ADDRESSES_MOST = 1500

export interface Found {
  path: string
  status: number
  html: string
}

/** Every page this person can come to: each route with real ids in it, and whatever the pages link to. */
export async function crawl(town: TownScene, asker: Asker): Promise<Found[]> {
  const queue = startingPoints(town.scene)
  const queued = new Set(queue)
  const found: Found[] = []
  for (let path = queue.shift(); path !== undefined && found.length < ADDRESSES_MOST; path = queue.shift()) {
    const answer = await town.ask(asker, path)
    const html = await answer.text()
    found.push({ path, status: answer.status, html })
    for (const next of addressesIn(html)) {
      if (queued.has(next)) continue
      queued.add(next)
      queue.push(next)
    }
  }
  return found
}

/** The address under which the browser half asks for a page's data. */
export function dataAddress(path: string): string {
  const [pathname = '', search] = path.split('?')
  return `${pathname === '/' ? '/_root' : pathname}.data${search === undefined ? '' : `?${search}`}`
}

function addressesIn(html: string): string[] {
  const hrefs = [...html.matchAll(/<a\b[^>]*\shref="([^"#]+)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  return hrefs.filter((href) => href.startsWith('/') && !href.startsWith('//') && !PICTURES.test(href))
}

function startingPoints(scene: Scene): string[] {
  // Files to save and pictures to share as well: that no page links to one yet keeps nobody from asking for it.
  const doors = ROUTES.filter(({ module, path }) => (module.default || module.loader) && path !== '*')
  return [...new Set(doors.flatMap(({ path }) => filled(`/${path ?? ''}`, scene)))].filter(
    (path) => !PICTURES.test(path),
  )
}

/** A pattern with ids of the town in each place: of each kind at least those under seal. The rest is linked to. */
function filled(pattern: string, scene: Scene): string[] {
  const { voting, jury } = scene.entries
  const slugs = pattern.startsWith('/products')
    ? [scene.productSlug]
    : Object.values(scene.contests).map(({ slug }) => slug)
  if (pattern === '/jury/:slug/entries/:entryId') return jury.map((id) => links.verdict(scene.contests.jury.slug, id))
  const ids: Record<string, readonly string[]> = {
    slug: slugs,
    contestId: [scene.contests.draft.contestId, scene.contests.jury.contestId],
    entryId:
      pattern === '/entries/:entryId'
        ? Object.values(scene.entries).flat()
        : [scene.draftId, ...voting.slice(0, 2), ...jury.slice(0, 2)],
    artworkId: scene.draftArtworks.map(({ id }) => id),
    runId: Object.values(scene.runs),
    fileId: ['none'],
    uploadId: ['none'],
    pictureId: Object.values(scene.pictures),
    rendition: ['320.webp'],
    name: ['none.jpg'],
    accountId: [scene.people.designer.id],
    handle: [...scene.sealed, scene.people.winner].map(({ handle }) => handle),
    jurorId: [scene.people.juror.id],
    token: [scene.tokens.confirmEmail],
  }
  let paths = [pattern]
  for (const [, name = ''] of pattern.matchAll(/:(\w+)/g)) {
    const values = ids[name]
    if (!values) throw new Error(`The crawl knows no ${name}.`)
    paths = paths.flatMap((path) => values.map((value) => path.replace(`:${name}`, value)))
  }
  return paths
}

/** Whether an address names a contest whose authors and scores nobody may know yet, or an entry of one. */
export function isUnderSeal(path: string, scene: Scene): boolean {
  return (['open', 'voting', 'duels', 'jury'] as const).some((name) => names(path, scene, name))
}

export function names(path: string, { contests, entries }: Scene, name: 'open' | 'voting' | 'duels' | 'jury'): boolean {
  const { slug, contestId } = contests[name]
  return [slug, contestId, ...entries[name]].some((mark) => path.includes(mark))
}
