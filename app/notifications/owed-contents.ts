import type { ContestFacts } from '#app/contests/contests.server.ts'
import type { Sender } from './letter.ts'
import type { Reader } from './letters.ts'
import type { Mail } from './mailer.server.ts'
import type { OwedLetter } from './owed-letters.server.ts'
import type { LastHead } from './record-line.ts'

/** What an owed letter says to whoever it goes to. */
export type Compose = (reader: Reader, sender: Sender) => Mail

/** What every owed letter is composed from. */
export interface Owed {
  letter: OwedLetter
  facts: ContestFacts
  head: LastHead
}
