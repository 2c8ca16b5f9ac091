import * as argon2 from '@node-rs/argon2'
import { expect, test, vi } from 'vitest'
import { hashPassword, passwordMatches } from '#app/accounts/password-hash.server.ts'

let running = 0
let most = 0

// The real argon2, watched: how many run at once.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return {
    ...real,
    async verify(...given: Parameters<typeof real.verify>) {
      running += 1
      most = Math.max(most, running)
      try {
        return await real.verify(...given)
      } finally {
        running -= 1
      }
    },
  }
})

test('a password is kept as argon2id with 64 MiB and three passes, and matches itself only', async () => {
  const hash = await hashPassword('seven lamps of architecture')
  expect(hash).toMatch(/^\$argon2id\$/)
  expect(argon2.parseOptions(hash)).toMatchObject({ memoryCost: 65_536, timeCost: 3, parallelism: 1 })
  expect(await passwordMatches(hash, 'seven lamps of architecture')).toBe(true)
  expect(await passwordMatches(hash, 'seven lamps of architecturE')).toBe(false)
  expect(await passwordMatches(null, 'seven lamps of architecture')).toBe(false)
})

test('however many sign in at once, at most four hashes are computed at a time', async () => {
  await Promise.all(Array.from({ length: 10 }, () => passwordMatches(null, 'whatever')))
  expect(most).toBe(4)
})
