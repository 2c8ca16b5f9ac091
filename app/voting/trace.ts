/**
 * Traces are what the integrity desk needs to see that many ballots come from one place, and nothing more: keyed hashes of the address
 * and of a random cookie, under a secret of the contest. They live until the decision, and never longer than this after the close.
 */
export const TRACE_DAYS_MOST = 60

/** Whence a score came, as the web edge saw it; hashed before anything is kept. */
export interface Whence {
  /** IPv4 whole, IPv6 by its /64 (app/http/client-address.ts). */
  address: string
  /** The browser's random cookie; null without one. */
  device: string | null
}
