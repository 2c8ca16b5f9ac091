import type { Kysely } from 'kysely'
import { expect, test, vi } from 'vitest'
import { readConfig } from '#app/config.server.ts'
import { createLog } from '#app/log.server.ts'
import type { Mail, Mailer } from '#app/notifications/mailer.server.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { passEntry } from '#app/voting/pass-entry.server.ts'
import { publishDueHeads } from '#app/voting/publish-heads.server.ts'
import { startVoteCounter } from '#app/voting/vote-counter.server.ts'
import type { Database } from '#db/schema.ts'
import { type AVote, aVote, DURING, fillBallot, people, VOTING_CLOSES } from '#db/seeds/a-vote.ts'
import { closeOnTime } from '../../scripts/close-on-time.ts'
import { tellOfExtensions } from '../../scripts/tell-of-extensions.ts'
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

/** What is written while the server wakes at this time, until it has told, or closed the vote. */
async function wake(db: Kysely<Database>, now: Date, until: string, send?: Mailer['send']) {
  const mails: Mail[] = []
  let toTell = 0
  const lines: string[] = []
  const log = createLog(config, { write: (line: string) => void lines.push(JSON.parse(line).msg) })
  const mailer = { destination: 'here', send: send ?? (async (mail: Mail) => void mails.push(mail)) }
  const telling = tellOfExtensions({ db, mailer, log, config })
  const onExtended = (contestId: string) => {
    toTell += 1
    telling.tell(contestId)
  }
  const watch = closeOnTime({ db, log, clock: () => now, counter: startVoteCounter(db), onExtended })
  await vi.waitFor(() => expect(lines).toContain(until), 20_000)
  await watch.stop()
  await telling.stop()
  return { mails, toTell }
}

const TOLD = 'told that voting goes on'

test('when voting first goes on its designers and voters are written to, once each, in their own language', async () => {
  const { db, vote, voterIds } = await aVoteToExtend({ least: 9 })
  const [italian = '', other = ''] = voterIds
  await db.updateTable('account').set({ language: 'it' }).where('id', '=', italian).execute()
  await publishDueHeads(db, new Date(DURING.getTime() + 3_600_000))
  await people(db, 2)
  const { mails } = await wake(db, VOTING_CLOSES, TOLD)
  const addressed = [...vote.designerIds, ...voterIds].map((id) => `${id}@example.org`)
  expect(mails.map(({ to }) => to).sort()).toEqual(addressed.sort())
  const to = (id: string) => mails.find((mail) => mail.to === `${id}@example.org`)
  expect(to(italian)?.subject).toBe('In «A boot for rain» si continua a votare')
  expect(to(other)?.text).toContain('31 March 2026 at 20:00')
  expect(to(other)?.text).toContain('never beyond 1 April 2026 at 20:00')
  expect(to(other)?.text).toContain(`/contests/${vote.slug}/vote`)
  expect(to(vote.designerIds[0] ?? '')?.text).toContain('You need not do anything')
  // The head of the record goes along, as in every letter about a contest.
  expect(to(other)?.text).toMatch(/event 6, [0-9a-f]{64}/)

  // The second day is told on the pages only.
  const further = new Date(VOTING_CLOSES.getTime() + DAY_MS)
  expect(await wake(db, further, 'voting extended')).toEqual({ mails: [], toTell: 0 })
})

test('a vote in which no design lacks votes closes, and nobody is written to', async () => {
  const { db } = await aVoteToExtend({ least: 2 })
  expect(await wake(db, VOTING_CLOSES, 'voting closed')).toEqual({ mails: [], toTell: 0 })
})

test('no letter says which design lacks votes: they are the same to the letter, whichever it is', async () => {
  const letters = async (lacking: number) => {
    const db = await fileDatabase()
    const vote = await aVote(db, { entries: 3 })
    await db.updateTable('contest').set({ minimumScores: 1, extensionDays: 2 }).execute()
    const [voterId = ''] = await people(db, 1)
    await scoreAllBut(db, { ...vote, voterId }, vote.entryIds[lacking])
    const { mails } = await wake(db, VOTING_CLOSES, TOLD)
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

test('a mail server that takes no letter is logged and stops nobody else’s', async () => {
  const { db, vote, voterIds } = await aVoteToExtend({ least: 9 })
  const asked: string[] = []
  await wake(db, VOTING_CLOSES, TOLD, async ({ to }) => {
    asked.push(to)
    if (asked.length === 1) throw Object.assign(new Error('no'), { code: 'ECONNREFUSED' })
  })
  expect(asked).toHaveLength(vote.designerIds.length + voterIds.length)
})
