import { createHash } from 'node:crypto'
import type { Hashing } from '#app/voting/export/export-format.ts'

/** SHA-256 as this machine's own library does it. */
export const NODE_HASHING: Hashing = {
  of: (text) => createHash('sha256').update(text).digest('hex'),
  begin() {
    const hash = createHash('sha256')
    return { add: (text) => void hash.update(text), hex: () => hash.digest('hex') }
  },
}
