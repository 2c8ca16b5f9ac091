import type { AccountFacts } from '#app/voting/signals/judged-ballot.ts'
import type { Random } from './random.ts'

/** How an honest crowd looks to somebody who watches accounts: many of its people look suspicious in one way. */
const MEMBERS_WITH_ADDRESSES_OF_A_CARRIER = 0.2
const MEMBERS_OF_A_CARRIER_ADDRESS = 12
const MEMBERS_ON_A_SHARED_DEVICE = 0.05
const MEMBERS_WITH_DISPOSABLE_MAIL = 0.02
const MEMBERS_WHO_JOINED_FOR_THIS = 0.4
const MEMBERS_WHO_ONLY_VOTED = 0.5

export function memberFacts(random: Random, number: number, members: number): AccountFacts {
  const addresses = Math.max(
    1,
    Math.round((members * MEMBERS_WITH_ADDRESSES_OF_A_CARRIER) / MEMBERS_OF_A_CARRIER_ADDRESS),
  )
  const onCarrier = random.part() < MEMBERS_WITH_ADDRESSES_OF_A_CARRIER
  const household = random.part() < MEMBERS_ON_A_SHARED_DEVICE ? number - (number % 2) : number
  return {
    ageDays: random.part() < MEMBERS_WHO_JOINED_FOR_THIS ? random.whole(20) - 10 : 20 + random.whole(700),
    addressHash: onCarrier ? `carrier-${random.whole(addresses)}` : `home-${household}`,
    deviceHash: `device-${household}`,
    mail: random.part() < MEMBERS_WITH_DISPOSABLE_MAIL ? 'disposable' : 'ordinary',
    otherActs: random.part() < MEMBERS_WHO_ONLY_VOTED ? 0 : 1 + random.whole(20),
  }
}

/** Thirty pupils with their own devices behind one address, who joined in the lesson and do nothing else. */
export function pupilFacts(number: number): AccountFacts {
  return { ageDays: 0, addressHash: 'classroom', deviceHash: `pupil-${number}`, mail: 'ordinary', otherActs: 0 }
}

/** What bought accounts look like, from the cheapest to the dearest. */
export type Disguise = 'none' | 'rotating' | 'aged'

export function boughtFacts(disguise: Disguise, random: Random, number: number): AccountFacts {
  if (disguise === 'aged')
    return {
      ageDays: 60 + random.whole(600),
      addressHash: `aged-${number}`,
      deviceHash: `aged-${number}`,
      mail: 'ordinary',
      otherActs: random.part() < 0.5 ? 0 : 1 + random.whole(4),
    }
  const fresh = { ageDays: -random.whole(8), otherActs: 0 }
  if (disguise === 'rotating')
    return {
      ...fresh,
      addressHash: `rotating-${number}`,
      deviceHash: `farm-${Math.floor(number / 8)}`,
      mail: random.part() < 0.3 ? 'disposable' : 'ordinary',
    }
  return {
    ...fresh,
    addressHash: `office-${Math.floor(number / 30)}`,
    deviceHash: `office-${Math.floor(number / 6)}`,
    mail: random.part() < 0.5 ? 'disposable' : 'ordinary',
  }
}
