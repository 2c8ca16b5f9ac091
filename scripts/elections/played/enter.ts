import { deleteAccount } from '#app/accounts/delete-account.server.ts'
import { hashPassword } from '#app/accounts/password-hash.server.ts'
import { acceptCollaboration } from '#app/entries/accept-collaboration.server.ts'
import { addArtwork } from '#app/entries/add-artwork.server.ts'
import type { EntryWords } from '#app/entries/entry.ts'
import { inviteCollaborator } from '#app/entries/invite-collaborator.server.ts'
import { saveEntry } from '#app/entries/save-entry.server.ts'
import { startEntry } from '#app/entries/start-entry.server.ts'
import { submitEntry } from '#app/entries/submit-entry.server.ts'
import { withdrawEntriesOfLeaver } from '#app/entries/withdraw-entries-of-leaver.server.ts'
import { withdrawEntry } from '#app/entries/withdraw-entry.server.ts'
import { reportEntry } from '#app/moderation/report-entry.server.ts'
import { ruleOnReport } from '#app/moderation/rule-on-report.server.ts'
import { destroyBallotKeysOfLeaver } from '#app/voting/destroy-ballot-keys-of-leaver.server.ts'
import { recordEntryGone } from '#app/voting/record-entry-gone.server.ts'
import { aPerson } from '#db/seeds/a-vote.ts'
import { accepted } from '#db/seeds/accepted.ts'
import { aPictureRow } from './hold.ts'
import { note, type Play, viewerOf } from './stage.ts'

const MOST_ENTRIES = 8
const PASSWORD = 'una lesina e due spaghi'

/** Designers enter; some withdraw before the vote. Returns them, who may vote too. */
export async function enterAll(play: Play): Promise<string[]> {
  const { chance, db } = play
  const designers: string[] = []
  for (let left = 1 + chance.whole(MOST_ENTRIES); left > 0; left -= 1) {
    const designerId = await aPerson(db)
    const entryId = await enter(play, designerId)
    if (chance.perCent(8)) {
      const own = { entryId, designer: await viewerOf(play, designerId), steps: [recordEntryGone] }
      accepted(await withdrawEntry(db, own, play.now))
      note(play, 'withdrawals')
      continue
    }
    play.entryIds.push(entryId)
    designers.push(designerId)
  }
  return designers
}

async function enter(play: Play, designerId: string): Promise<string> {
  const { chance, db, contestId, now } = play
  const designer = await viewerOf(play, designerId)
  const entryId = accepted(await startEntry(db, { contestId, designer }, now))
  const own = { entryId, designer }
  const pictureId = await aPictureRow(play, designerId)
  const artworkId = accepted(await addArtwork(db, { ...own, pictureId }, now))
  const words: EntryWords = {
    title: `Design ${entryId}`,
    story: 'A story.',
    aiUse: 'none',
    aiStatement: '',
    thirdPartyStatement: '',
    original: true,
    rightsAccepted: true,
    answers: {},
    alts: { [artworkId]: 'A boot seen from the side' },
  }
  accepted(await saveEntry(db, { ...own, words }, now))
  if (chance.perCent(10)) {
    const collaborator = await viewerOf(play, await aPerson(db))
    accepted(await inviteCollaborator(db, { ...own, handle: collaborator.handle }, now))
    accepted(await acceptCollaboration(db, { entryId, collaborator }, now))
  }
  accepted(await submitEntry(db, own, now))
  return entryId
}

/** Somebody reports an entry, and an admin takes it down. */
export async function takeDown(play: Play, what: string): Promise<void> {
  const { chance, db, admins, now } = play
  const entryId = chance.one(play.entryIds)
  const reporter = await viewerOf(play, await aPerson(db))
  const said = { entryId, reporter, reason: 'copied', detail: 'It hangs in a shop in Turin.' } as const
  const reported = await reportEntry(db, said, now)
  if (!reported.ok) return
  const ruling = { reportId: reported.value, ruling: 'taken-down', note: 'It is a copy, as we saw in Turin.' } as const
  const admin = await viewerOf(play, admins[0])
  accepted(await ruleOnReport(db, { ...ruling, admin, steps: [recordEntryGone] }, now))
  note(play, what)
}

let passwordHash: Promise<string> | undefined

/** Deletes an account, as the page does: what it drew leaves while that is still possible, and its votes stay. */
export async function leave(play: Play, accountId: string): Promise<void> {
  passwordHash ??= hashPassword(PASSWORD)
  const hash = await passwordHash
  await play.db.updateTable('account').set({ passwordHash: hash }).where('id', '=', accountId).execute()
  const steps = [withdrawEntriesOfLeaver, destroyBallotKeysOfLeaver]
  accepted(await deleteAccount(play.db, { accountId, password: PASSWORD, steps }, play.now))
  note(play, 'accounts deleted')
}
