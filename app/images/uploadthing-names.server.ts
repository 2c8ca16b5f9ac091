import { checkKey, isKey, type ListedFile } from './picture-store.server.ts'

/** How many names a key may have: one for each time that its file is replaced before the service forgets the deleted ones. */
const NAMES_MOST = 5

/** A file of ours as the service lists it. */
export interface ServiceFile extends ListedFile {
  name: string
  /** 0 for the key's first name. */
  rank: number
  fileKey: string
  whole: boolean
}

/** The file that readers get of each key: the whole one under the earliest of its names. */
export function served(listing: readonly ServiceFile[]): Map<string, ServiceFile> {
  const best = new Map<string, ServiceFile>()
  for (const file of listing) {
    const known = best.get(file.key)
    if (file.whole && (!known || file.rank < known.rank)) best.set(file.key, file)
  }
  return best
}

/** The name is one segment of an address, and no key has an underscore or a tilde: 'originals_ab_abc23.png~2'. */
export function namesOf(key: string): string[] {
  const name = checkKey(key).replaceAll('/', '_')
  return Array.from({ length: NAMES_MOST }, (_, at) => (at === 0 ? name : `${name}~${at + 1}`))
}

/** null for what is not ours. */
export function keyOf(name: string): { key: string; rank: number } | null {
  const [stem = ''] = name.split('~')
  const key = stem.replaceAll('_', '/')
  const rank = isKey(key) ? namesOf(key).indexOf(name) : -1
  return rank < 0 ? null : { key, rank }
}
