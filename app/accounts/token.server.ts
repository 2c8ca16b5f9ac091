import { hash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32

/** A secret for a cookie or a link: 256 random bits as 43 letters that need no escaping in an address. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** What the database keeps of a secret. A plain hash will do: 256 random bits cannot be guessed, salted or not. */
export function tokenHash(token: string): string {
  return hash('sha256', token, 'hex')
}
