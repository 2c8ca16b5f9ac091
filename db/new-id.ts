import { randomBytes } from 'node:crypto'

const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'
const LENGTH = 16

/** A random id for rows and addresses: 16 characters of a 31-letter alphabet without look-alikes, about 79 bits. */
export function newId(): string {
  let id = ''
  while (id.length < LENGTH) {
    // 248 is the largest multiple of 31 in a byte: beyond it a letter would be likelier than another.
    for (const byte of randomBytes(LENGTH)) {
      if (byte < 248 && id.length < LENGTH) id += ALPHABET[byte % ALPHABET.length]
    }
  }
  return id
}
