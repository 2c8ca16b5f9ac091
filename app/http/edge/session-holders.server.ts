import { findSessionViewer } from '#app/accounts/sessions.server.ts'
import type { Services } from '../context.ts'

/** Some megabytes. */
const REMEMBERED_MOST = 50_000

/** Whose limits a request spends, before anything is asked of the database. */
export interface Holders {
  /** The account that a session was opened for; null for one that never was or is over. */
  find(token: string, now: Date): Promise<string | null>
}

/**
 * A session never changes hands, so whose it was is remembered. Nothing may be allowed on that alone: whether it still lasts, and what its
 * holder may do, is asked inside the transaction.
 */
export function rememberHolders({ db }: Pick<Services, 'db'>): Holders {
  const holders = new Map<string, string>()
  return {
    async find(token, now) {
      const known = holders.get(token)
      if (known) return known
      const viewer = await findSessionViewer(db, token, now)
      if (!viewer) return null
      if (holders.size >= REMEMBERED_MOST) holders.clear()
      holders.set(token, viewer.id)
      return viewer.id
    },
  }
}
