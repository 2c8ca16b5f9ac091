/** How many entries one page of the gallery shows: eight rows of three, or twelve of two. */
export const GALLERY_PAGE_ENTRIES = 24

/**
 * The gallery's order: shuffled by a seed that is the day's and the viewer's, so that paging holds still, tomorrow other
 * entries come first, and no order ever says anything about votes.
 */
export function shuffleBySeed(ids: readonly string[], seed: string): string[] {
  const weighed = ids.map((id) => ({ id, weight: hash32(`${seed}/${id}`) }))
  weighed.sort((a, b) => a.weight - b.weight || (a.id < b.id ? -1 : 1))
  return weighed.map(({ id }) => id)
}

export function gallerySeed(contestId: string, viewerId: string | null, now: Date): string {
  return `${contestId}/${now.toISOString().slice(0, 10)}/${viewerId ?? 'visitor'}`
}

/** FNV-1a, then the finaliser of MurmurHash3, without which ids that share a start would stand together. */
function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

export interface PagePlace {
  /** Counted from 1. */
  page: number
  pages: number
}

/** A page beyond either end means that end. */
export function placePage(wanted: number, entries: number): PagePlace {
  const pages = Math.max(1, Math.ceil(entries / GALLERY_PAGE_ENTRIES))
  const page = Number.isFinite(wanted) ? Math.min(pages, Math.max(1, Math.floor(wanted))) : 1
  return { page, pages }
}
