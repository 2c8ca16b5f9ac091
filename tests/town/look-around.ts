import type { Kysely } from 'kysely'
import { issueConfirmationLink } from '#app/accounts/issue-confirmation-link.server.ts'
import { issuePasswordLink } from '#app/accounts/issue-password-link.server.ts'
import { agreementDigest, agreementText } from '#app/production/agreement.ts'
import { findAgreement } from '#app/production/agreements.server.ts'
import type { Database } from '#db/schema.ts'
import { expectDone } from '../entries-in-contests.ts'
import type { Town } from './found-town.ts'
import type { Life } from './live-in-town.ts'

/** What addresses and forms need besides. */
export interface Known {
  tokens: { confirmEmail: string; newPassword: string }
  /** When the drafted contest was last saved, as its forms carry it. */
  draftSeenAt: string
  /** What the agreement's page says was read. */
  agreementRead: string
  /** The pictures of the designer's draft. */
  draftArtworks: readonly { id: string; pictureId: string }[]
  /** A picture of the first entry of each contest. */
  pictures: Record<keyof Town['entries'], string>
}

export async function lookAround(
  db: Kysely<Database>,
  town: Town & Life,
  { now, brand }: { now: Date; brand: string },
): Promise<Known> {
  const artworks = await db.selectFrom('artwork').select(['id', 'entryId', 'pictureId']).orderBy('position').execute()
  const pictureOf = (entryId: string | undefined) =>
    artworks.find((artwork) => artwork.entryId === entryId)?.pictureId ?? ''
  const { unconfirmed, member } = town.people
  const confirm = expectDone(await issueConfirmationLink(db, { email: unconfirmed.email }, now))
  const renew = expectDone(await issuePasswordLink(db, { email: member.email }, now))
  const draft = await db
    .selectFrom('contest')
    .select('updatedAt')
    .where('id', '=', town.contests.draft.contestId)
    .executeTakeFirstOrThrow()
  const agreement = await findAgreement(db, town.runs.making, town.people.winner.id)
  if (!agreement) throw new Error('The winner has nothing to sign.')
  const { open, voting, duels, jury, making, launched, unmade, cancelled } = town.entries
  return {
    tokens: { confirmEmail: confirm.token, newPassword: renew.token },
    draftSeenAt: draft.updatedAt,
    agreementRead: await agreementDigest(agreementText({ ...agreement.terms, brand })),
    draftArtworks: artworks.filter(({ entryId }) => entryId === town.draftId),
    pictures: {
      open: pictureOf(open[0]),
      voting: pictureOf(voting[0]),
      duels: pictureOf(duels[0]),
      jury: pictureOf(jury[0]),
      making: pictureOf(making[0]),
      launched: pictureOf(launched[0]),
      unmade: pictureOf(unmade[0]),
      cancelled: pictureOf(cancelled[0]),
    },
  }
}
