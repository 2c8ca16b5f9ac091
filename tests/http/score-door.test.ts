import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openSession } from '#app/accounts/open-session.server.ts'
import { links } from '#app/http/links.ts'
import { RATE_LIMITS } from '#app/http/rate-limits.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { handNextEntry } from '#app/voting/hand-next-entry.server.ts'
import { aPerson, aVote } from '#db/seeds/a-vote.ts'
import { ORIGIN, runningEdge } from './running-edge.ts'

const HOUR_MS = 3_600_000

async function aBooth() {
  const edge = await runningEdge()
  const { db } = edge
  const vote = await aVote(db, { entries: 4, votingOpens: new Date(Date.now() - HOUR_MS) })
  const signIn = async (accountId: string) => {
    const token = await openSession(db, { accountId, device: '' }, new Date())
    return `placet=${encodeURIComponent(btoa(JSON.stringify(token)))}`
  }
  const voterId = await aPerson(db)
  const cookie = await signIn(voterId)
  const handed = await handNextEntry(db, { contestId: vote.contestId, voterId }, new Date())
  const entryId = handed.ok ? (handed.value.entryId ?? '') : ''
  const post = (fields: unknown, more: { headers?: Record<string, string>; slug?: string } = {}) =>
    edge.send(links.boothScore(more.slug ?? vote.slug), {
      method: 'POST',
      headers: { Origin: ORIGIN, Cookie: cookie, 'Content-Type': 'application/json', ...more.headers },
      body: typeof fields === 'string' ? fields : JSON.stringify(fields),
    })
  const scores = () => db.selectFrom('score').select(['entryId', 'voterId', 'value']).execute()
  const aPersonOf = () => aPerson(db)
  return { ...edge, vote, voterId, entryId, signIn, post, scores, aPersonOf }
}

test('the booth’s own request scores, is told what the queue handed next, and writes the same event as the form', async () => {
  const { db, post, scores, entryId, voterId } = await aBooth()
  const { status, headers, body } = await post({ entryId, score: '4' })
  expect(status).toBe(200)
  expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'private, no-store' })
  expect(await scores()).toEqual([{ entryId, voterId, value: 4 }])
  const exposure = await db
    .selectFrom('exposure')
    .select('entryId')
    .where('entryId', '!=', entryId)
    .executeTakeFirstOrThrow()
  expect(JSON.parse(body)).toEqual({ entryId: exposure.entryId })
  expect(await db.selectFrom('ballotEvent').select(['sequence', 'kind', 'value']).execute()).toEqual([
    { sequence: 1, kind: 'score', value: 4 },
  ])
})

test('a request from another site, from nobody, or with what is no score, changes nothing and says why', async () => {
  const { post, scores, entryId, db, signIn } = await aBooth()
  const fields = { entryId, score: '5' }
  expect((await post(fields, { headers: { Origin: 'https://evil.example' } })).status).toBe(403)
  expect((await post(fields, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403)
  const stranger = await post(fields, { headers: { Cookie: '' } })
  expect([stranger.status, JSON.parse(stranger.body)]).toEqual([403, { sentence: m.errors_not_signed_in() }])
  for (const score of ['6', '-1', '', '4.5', null, 4, ['4'], { $gt: 0 }]) {
    expect((await post({ entryId, score })).status).toBe(422)
  }
  for (const nonsense of ['', '[]', '"5"', 'null', '{']) expect((await post(nonsense)).status).toBe(422)
  const admin = await aPerson(db, { role: 'admin' })
  expect((await post(fields, { headers: { Cookie: await signIn(admin) } })).status).toBe(403)
  const unconfirmed = await aPerson(db, { confirmed: false })
  expect((await post(fields, { headers: { Cookie: await signIn(unconfirmed) } })).status).toBe(403)
  expect((await post(fields, { slug: 'nowhere' })).status).toBe(404)
  expect(await scores()).toEqual([])
})

test('what was not handed, and what is one’s own, cannot be scored by this door either', async () => {
  const { post, scores, entryId, vote, signIn } = await aBooth()
  const other = vote.entryIds.find((id) => id !== entryId) ?? ''
  expect((await post({ entryId: other, score: '5' })).status).toBe(403)
  const [designerId = ''] = vote.designerIds
  const own = { entryId: vote.entryIds[0] ?? '', score: '5' }
  expect((await post(own, { headers: { Cookie: await signIn(designerId) } })).status).toBe(403)
  expect(await scores()).toEqual([])
})

test('a session that was ended, and a role that was given, count from the next score on', async () => {
  const { db, post, entryId, voterId, vote } = await aBooth()
  expect((await post({ entryId, score: '4' })).status).toBe(200)
  const grant = {
    accountId: voterId,
    role: 'juror',
    grantedBy: vote.adminId,
    grantedAt: new Date().toISOString(),
  } as const
  await db.insertInto('roleGrant').values(grant).execute()
  expect((await post({ entryId, score: '5' })).status).toBe(403)
  await db.deleteFrom('roleGrant').where('accountId', '=', voterId).execute()
  expect((await post({ entryId, score: '5' })).status).toBe(200)
  await db.deleteFrom('session').where('accountId', '=', voterId).execute()
  expect((await post({ entryId, score: '3' })).status).toBe(403)
})

test('being seen by the booth’s own request is written down, once in five minutes', async () => {
  const { db, post, entryId } = await aBooth()
  const seen = () => db.selectFrom('session').select('lastSeenAt').executeTakeFirstOrThrow()
  const before = new Date(Date.now() - HOUR_MS).toISOString()
  await db.updateTable('session').set({ lastSeenAt: before }).execute()
  await post({ entryId, score: '4' })
  const { lastSeenAt } = await seen()
  expect(Date.now() - Date.parse(lastSeenAt)).toBeLessThan(HOUR_MS / 2)
  await post({ entryId, score: '3' })
  expect(await seen()).toEqual({ lastSeenAt })
})

test('a long body is refused before it is read', async () => {
  const { post, scores, entryId } = await aBooth()
  expect((await post({ entryId, score: '5', more: 'x'.repeat(2000) })).status).toBe(413)
  expect(await scores()).toEqual([])
})

test('a database that is full is answered with 503 and when to come back, said once in the log with its code, and nothing of whose score it was', async () => {
  const { db, post, entryId, voterId, lines, scores } = await aBooth()
  await post({ entryId, score: '0' })
  await sql`PRAGMA max_page_count = 1`.execute(db)
  // A page has room for some events more.
  const answers = [await post({ entryId, score: '1' })]
  while (answers.at(-1)?.status === 200) answers.push(await post({ entryId, score: String(answers.length % 5) }))
  expect(answers.at(-1)).toMatchObject({ status: 503, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } })
  const kept = await scores()
  const failed = lines.map((line) => JSON.parse(line)).filter(({ level }) => level === 'error')
  const [why, request] = failed
  expect(failed).toHaveLength(2)
  expect(why).toMatchObject({ msg: 'the score door could not answer', id: request.id, err: { code: 'SQLITE_FULL' } })
  expect(request).toMatchObject({ msg: 'request', status: 503, cause: 'SQLITE_FULL' })
  for (const whose of [voterId, entryId]) expect(JSON.stringify(failed)).not.toContain(whose)

  await sql`PRAGMA max_page_count = 1000000`.execute(db)
  expect(await scores()).toEqual(kept)
  expect((await post({ entryId, score: '5' })).status).toBe(200)
})

test('who acts too often waits, and is told how long', async () => {
  const { post, entryId } = await aBooth()
  const answers = []
  for (let sent = 0; sent <= RATE_LIMITS.writePerPerson.points; sent += 1) {
    answers.push(await post({ entryId, score: String(sent % 6) }))
  }
  expect(answers.slice(0, -1).every(({ status }) => status === 200)).toBe(true)
  expect(answers.at(-1)).toMatchObject({ status: 429, headers: { 'retry-after': expect.stringMatching(/^\d+$/) } })
})

test('the first score from a place leaves one trace, the next from it none, and a refused one none at all', async () => {
  const { post, entryId, db, voterId, signIn } = await aBooth()
  const device = 'placet_device=BBBBBBBBBBBBBBBBBBBBBB'
  const cookie = await signIn(voterId)
  const traces = () => db.selectFrom('trace').select(['voterId', 'deviceHash']).execute()
  await post({ entryId: 'nothing', score: '4' })
  expect(await traces()).toEqual([])
  for (const score of ['4', '2']) await post({ entryId, score })
  expect(await traces()).toEqual([{ voterId, deviceHash: '' }])
  for (const score of ['1', '3']) await post({ entryId, score }, { headers: { Cookie: `${cookie}; ${device}` } })
  expect(await traces()).toHaveLength(2)
})

test('many people behind one address share a wide limit, and one device a narrower one', async () => {
  const { post, entryId, signIn, voterId, aPersonOf } = await aBooth()
  const Cookie = `${await signIn(voterId)}; placet_device=CCCCCCCCCCCCCCCCCCCCCC`
  const limit = RATE_LIMITS.ballotPerDevice
  expect(RATE_LIMITS.ballotPerAddress.points).toBeGreaterThan(limit.points)
  expect(limit.points).toBeGreaterThan(RATE_LIMITS.writePerPerson.points)
  const answers = []
  // Other people on the same device: each has a session, but no entry in hand.
  for (let person = 0; person < 3; person += 1) {
    const theirs = (await signIn(await aPersonOf())) + Cookie.slice(Cookie.indexOf(';'))
    for (let sent = 0; sent < limit.points / 2; sent += 1)
      answers.push((await post({ entryId, score: '1' }, { headers: { Cookie: theirs } })).status)
  }
  expect(answers.indexOf(429)).toBe(limit.points)
  expect((await post({ entryId, score: '1' }, { headers: { Cookie } })).headers).toHaveProperty('retry-after')
})
