import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Hashing } from '#app/voting/export/export-format.ts'

/** SHA-256 for browsers: their own answers only later, and a million events are a million hashes, one after the other. */
export const NOBLE_HASHING: Hashing = {
  of: (text) => bytesToHex(sha256(utf8ToBytes(text))),
  begin() {
    const hash = sha256.create()
    return { add: (text) => void hash.update(utf8ToBytes(text)), hex: () => bytesToHex(hash.digest()) }
  },
}
