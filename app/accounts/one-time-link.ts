import type { OneTimeLinkTable } from '#db/schema.ts'

export type LinkKind = OneTimeLinkTable['kind']

/**
 * How long a link may lie in a mailbox. A new password is asked for by somebody who waits at the screen; mail servers that
 * defer unknown senders take up to a quarter of an hour, so ten minutes would fail honest people.
 */
export const LINK_LIFETIME_MINUTES: Record<LinkKind, number> = {
  'confirm-email': 48 * 60,
  'new-password': 30,
  'first-admin': 24 * 60,
}
