import { createHash } from 'node:crypto'
import { type PictureStore, productionKey } from '#app/images/picture-store.server.ts'
import { newId } from '#db/new-id.ts'

/** A file that no program would open and that begins as a PDF does, which is all that anybody here looks at. */
export function aPdf(words: string): Buffer {
  return Buffer.from(`%PDF-1.4\n% ${words}\n%%EOF\n`)
}

/** As `takeProductionFile` leaves it for its row; without a store only the row will know of it. */
export async function aKeptFile(store: PictureStore | null, words: string) {
  const content = aPdf(words)
  const id = newId()
  const key = productionKey(id, 'pdf')
  await store?.put(key, content)
  const sha256 = createHash('sha256').update(content).digest('hex')
  return { id, key, kind: 'pdf' as const, bytes: content.byteLength, sha256 }
}
