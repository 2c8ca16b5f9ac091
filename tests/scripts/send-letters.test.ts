import type { Kysely } from 'kysely'
import { expect, test, vi } from 'vitest'
import { emptyAccount } from '#app/accounts/account-row.server.ts'
import { readConfig } from '#app/config.server.ts'
import { createLog } from '#app/log.server.ts'
import type { Mail, Mailer } from '#app/notifications/mailer.server.ts'
import { sendOwedLetters } from '#app/notifications/send-owed-letters.server.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { extendDueVotings } from '#app/voting/close-due-votings.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { passEntry } from '#app/voting/pass-entry.server.ts'
import { publishDueHeads } from '#app/voting/publish-heads.server.ts'
import { startVoteCounter } from '#app/voting/vote-counter.server.ts'
import { writing } from '#db/database.server.ts'
import type { Database } from '#db/schema.ts'
import { type AVote, aVote, DURING, people, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { fillBallot } from '#db/seeds/fill-ballot.ts'
import { closeOnTime } from '../../scripts/close-on-time.ts'
import { sendLetters } from '../../scripts/send-letters.ts'
import { expectDone } from '../contests-in-phases.ts'
import { fileDatabase } from '../file-database.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'info' })

interface Told {
  db: Kysely<Database>
  vote: AVote
  voterIds: string[]
}

/** Two voters filled their ballots; voting may go on for two days while a design has fewer than `least` scores. */
async function aVoteToExtend({ least }: { least: number }): Promise<Told> {
  const db = await fileDatabase()
  const vote = await aVote(db, { entries: 3 })
  const voterIds = await people(db, 2)
  for (const voterId of voterIds) await fillBallot(db, { ...vote, voterId }, () => 4)
  await db.updateTable('contest').set({ minimumScores: least, extensionDays: 2 }).execute()
  return { db, vote, voterIds }
}

/** What is written while the server wakes at this time, until it says so. */
async function wake(db: Kysely<Database>, now: Date, until: string, send?: Mailer['send']): Promise<Mail[]> {
  const mails: Mail[] = []
  const lines: string[] = []
  const log = createLog(config, { write: (line: string) => void lines.push(JSON.parse(line).msg) })
  const mailer = { destination: 'here', send: send ?? (async (mail: Mail) => void mails.push(mail)) }
  const clock = () => now
  const closing = closeOnTime({ db, log, clock, counter: startVoteCounter(db) })
  const sending = sendLetters({ db, mailer, log, clock, config })
  await vi.waitFor(() => expect(lines).toContain(until), 20_000)
  await closing.stop()
  await sending.stop()
  return mails
}

const room = {
  log: createLog(config, { write: () => undefined }),
  clock: () => VOTING_CLOSES,
  config,
  locale: 'en' as const,
}

const TOLD = 'owed letters sent'

test('when voting first goes on its designers and voters are written to, once each, in their own language', async () => {
  const { db, vote, voterIds } = await aVoteToExtend({ least: 9 })
  const [italian = '', other = ''] = voterIds
  await db.updateTable('account').set({ language: 'it' }).where('id', '=', italian).execute()
  await publishDueHeads(db, new Date(DURING.getTime() + 3_600_000))
  await people(db, 2)
  const mails = await wake(db, VOTING_CLOSES, TOLD)
  const addressed = [...vote.designerIds, ...voterIds].map((id) => `${id}@example.org`)
  expect(mails.map(({ to }) => to).sort()).toEqual(addressed.sort())
  const to = (id: string) => mails.find((mail) => mail.to === `${id}@example.org`)
  expect(to(italian)?.subject).toBe('In «A boot for rain» si continua a votare')
  expect(to(other)?.text).toContain('31 March 2026 at 20:00')
  expect(to(other)?.text).toContain('never beyond 1 April 2026 at 20:00')
  expect(to(other)?.text).toContain(`/contests/${vote.slug}/vote`)
  expect(to(vote.designerIds[0] ?? '')?.text).toContain('You need not do anything')
  // The head of the record goes along, as in every letter about a contest.
  expect(to(other)?.text).toMatch(/ 6:[0-9a-f]{64}, published /)

  // The second day is told on the pages only.
  const further = new Date(VOTING_CLOSES.getTime() + DAY_MS)
  expect(await wake(db, further, 'voting extended')).toEqual([])
})

test('a vote in which no design lacks votes closes, and nobody is written to', async () => {
  const { db } = await aVoteToExtend({ least: 2 })
  expect(await wake(db, VOTING_CLOSES, 'voting closed')).toEqual([])
})

test('no letter says which design lacks votes: they are the same to the letter, whichever it is', async () => {
  const letters = async (lacking: number) => {
    const db = await fileDatabase()
    const vote = await aVote(db, { entries: 3 })
    await db.updateTable('contest').set({ minimumScores: 1, extensionDays: 2 }).execute()
    const [voterId = ''] = await people(db, 1)
    await scoreAllBut(db, { ...vote, voterId }, vote.entryIds[lacking])
    const mails = await wake(db, VOTING_CLOSES, TOLD)
    const named = mails.map(({ subject, text, html }) =>
      [subject, text, html].join(' ').replace(/Person \w+/g, 'Person'),
    )
    for (const id of vote.entryIds) expect(named.join().includes(id)).toBe(false)
    return named.map((text) => text.replaceAll(vote.slug, 'slug'))
  }
  const last = await letters(2)
  expect(last).toHaveLength(4)
  expect(await letters(0)).toEqual(last)
})

async function scoreAllBut(db: Kysely<Database>, vote: AVote & { voterId: string }, lacking: string | undefined) {
  const { contestId, voterId } = vote
  let { entryId } = expectDone(await handNextEntry(db, { contestId, voterId }, DURING))
  while (entryId !== null) {
    const at = { contestId, voterId, entryId }
    const next = entryId === lacking ? passEntry(db, at, DURING) : castScore(db, { ...at, value: 3 }, DURING)
    entryId = expectDone<{ entryId: string | null }>(await next).entryId
  }
}

test('a letter that a mail server did not take stops nobody else’s and goes a minute later, to its reader alone', async () => {
  const { db, vote, voterIds } = await aVoteToExtend({ least: 9 })
  const asked: string[] = []
  await wake(db, VOTING_CLOSES, TOLD, async ({ to }) => {
    asked.push(to)
    if (asked.length === 1) throw Object.assign(new Error('no'), { code: 'ECONNREFUSED' })
  })
  expect(asked).toHaveLength(vote.designerIds.length + voterIds.length)
  const later = await wake(db, new Date(VOTING_CLOSES.getTime() + 60_000), TOLD)
  expect(later.map(({ to }) => to)).toEqual(asked.slice(0, 1))
})

test('an address that a mail server refuses for good is not written to again', async () => {
  const { db, vote, voterIds } = await aVoteToExtend({ least: 9 })
  const refusal = Object.assign(new Error('no such mailbox'), { responseCode: 550 })
  await extendDueVotings(db, VOTING_CLOSES)
  const mailer = { destination: 'here', send: async () => Promise.reject(refusal) }
  expect(await sendOwedLetters({ ...room, db, mailer, isStopping: () => false })).toBe(0)
  const letters = await db.selectFrom('owedLetter').select(['tryAt', 'sentAt', 'tries']).execute()
  expect(letters).toEqual([...vote.designerIds, ...voterIds].map(() => ({ tryAt: null, sentAt: null, tries: 1 })))
})

test('a server that ends amid its letters writes the rest at its next start, and nobody twice', async () => {
  const { db, vote, voterIds } = await aVoteToExtend({ least: 9 })
  await extendDueVotings(db, VOTING_CLOSES)
  const before: string[] = []
  // The process dies while the third letter is on its way: what follows in it never happens.
  const send = async ({ to }: Mail) => {
    if (before.length === 2) return new Promise<void>(() => undefined)
    before.push(to)
  }
  void sendOwedLetters({ ...room, db, mailer: { destination: 'here', send }, isStopping: () => false })
  await vi.waitFor(() => expect(before).toHaveLength(2), 20_000)

  const after = (await wake(db, VOTING_CLOSES, TOLD)).map(({ to }) => to)
  const all = [...vote.designerIds, ...voterIds].map((id) => `${id}@example.org`)
  expect([...before, ...after].sort()).toEqual(all.sort())
  expect(await db.selectFrom('owedLetter').select('accountId').where('sentAt', 'is', null).execute()).toEqual([])
})

test('nobody is told that voting goes on once it is over, and who has left is written to no more', async () => {
  const { db, voterIds } = await aVoteToExtend({ least: 9 })
  const [leaver = ''] = voterIds
  await extendDueVotings(db, VOTING_CLOSES)
  await writing(db, (trx) => emptyAccount(trx, leaver, VOTING_CLOSES))
  expect(await db.selectFrom('owedLetter').select('kind').where('accountId', '=', leaver).execute()).toEqual([])
  const wayBeyond = new Date(VOTING_CLOSES.getTime() + 3 * DAY_MS)
  expect(await wake(db, wayBeyond, 'voting closed')).toEqual([])
})
