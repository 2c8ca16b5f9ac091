import { findSessionViewer } from '#app/accounts/sessions.server.ts'
import type { Services } from '../context.ts'
import { readSessionToken } from '../session-cookie.server.ts'

/** Some megabytes. */
const REMEMBERED_MOST = 20_000

export interface Holder {
  token: string
  /** The account that the session was opened for. */
  accountId: string
}

/** Whose limits a request spends, before anything is asked of the database. */
export interface Holders {
  /** Whom these cookies named before; undefined when they come for the first time. */
  known(cookies: string): Holder | undefined
  /** null where the cookies name no session, or one that is over. */
  find(cookies: string, now: Date): Promise<Holder | null>
}

/**
 * A session never changes hands, so whose it was is remembered by the cookies that named it. Nothing may be allowed on that alone:
 * whether it still lasts, and what its holder may do, is asked inside the transaction.
 */
export function rememberHolders({ db, config }: Pick<Services, 'db' | 'config'>): Holders {
  const holders = new Map<string, Holder>()
  return {
    known: (cookies) => holders.get(cookies),
    async find(cookies, now) {
      const token = await readSessionToken({ get: () => cookies }, config)
      const viewer = token && (await findSessionViewer(db, token, now))
      if (!token || !viewer) return null
      if (holders.size >= REMEMBERED_MOST) holders.clear()
      const holder = { token, accountId: viewer.id }
      holders.set(cookies, holder)
      return holder
    },
  }
}
