import { expect, test } from 'vitest'
import { clientAddress } from '#app/http/client-address.ts'
import { createLimiter, RATE_LIMITS } from '#app/http/rate-limits.server.ts'

test('of a thousand guesses at one account from one address ten get through, and the rest are told how long to wait', async () => {
  const limiter = createLimiter()
  const waits = await Promise.all(
    Array.from({ length: 1000 }, (_, n) =>
      limiter.spend('signInPerAccountFrom', n % 2 ? 'ada@example.org 192.0.2.1' : 'ADA@example.org 192.0.2.1'),
    ),
  )
  expect(waits.filter((wait) => wait === 0)).toHaveLength(10)
  for (const wait of waits.filter((wait) => wait > 0)) {
    expect(Number.isInteger(wait)).toBe(true)
    expect(wait).toBeLessThanOrEqual(RATE_LIMITS.signInPerAccountFrom.duration)
  }
})

test('limits do not share their counts, nor do keys', async () => {
  const limiter = createLimiter()
  for (let n = 0; n < 11; n++) await limiter.spend('passwordPerPerson', 'ada')
  expect(await limiter.spend('passwordPerPerson', 'ada')).toBeGreaterThan(0)
  expect(await limiter.spend('passwordPerPerson', 'bruno')).toBe(0)
  expect(await limiter.spend('mailPerRecipient', 'ada')).toBe(0)
})

test('what was spent can be forgiven', async () => {
  const limiter = createLimiter()
  for (let n = 0; n < 11; n++) await limiter.spend('passwordPerPerson', 'Ada')
  await limiter.forgive('passwordPerPerson', 'ada')
  expect(await limiter.spend('passwordPerPerson', 'ada')).toBe(0)
})

test('without proxies of ours nobody can choose their address', () => {
  expect(clientAddress('1.1.1.1', '9.9.9.9', 0)).toBe('9.9.9.9')
})

test('behind n proxies the address is the one that the outermost of them saw', () => {
  expect(clientAddress('6.6.6.6, 1.1.1.1', '10.0.0.1', 1)).toBe('1.1.1.1')
  expect(clientAddress('6.6.6.6, 1.1.1.1, 10.0.0.2', '10.0.0.1', 2)).toBe('1.1.1.1')
  expect(clientAddress('1.1.1.1', '10.0.0.1', 2)).toBe('10.0.0.1')
  expect(clientAddress(undefined, '10.0.0.1', 1)).toBe('10.0.0.1')
})

test('the addresses of one IPv6 household count as one, and IPv4 written as IPv6 as IPv4', () => {
  const household = clientAddress(undefined, '2001:db8:0:1::5', 0)
  expect(household).toBe('2001:db8:0:1::/64')
  expect(clientAddress(undefined, '2001:0DB8:0000:0001:aaaa:bbbb:cccc:dddd', 0)).toBe(household)
  expect(clientAddress(undefined, '2001:db8:0:2::5', 0)).not.toBe(household)
  expect(clientAddress(undefined, '::1', 0)).toBe('0:0:0:0::/64')
  expect(clientAddress(undefined, 'fe80::1%eth0', 0)).toBe('fe80:0:0:0::/64')
  expect(clientAddress(undefined, '::ffff:9.9.9.9', 0)).toBe('9.9.9.9')
})
