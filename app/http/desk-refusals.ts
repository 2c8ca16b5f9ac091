import { m } from '#app/i18n/paraglide/messages.js'
import type { EndDeskRefusal } from '#app/voting/desk/end-desk.server.ts'
import type { OrderWorkRefusal } from '#app/voting/desk/order-work.server.ts'
import type { RulingRefusal } from '#app/voting/desk/rule-on-cases.server.ts'
import type { SpeakRefusal } from '#app/voting/desk/speak-for-ballot.server.ts'
import type { RefusalInWords } from './refusals.ts'

/** The others have their words with the vote and the contests. */
export type DeskRefusals = Exclude<
  RulingRefusal | EndDeskRefusal | OrderWorkRefusal | SpeakRefusal,
  'contest-not-found' | 'voting-over'
>

type Words = { status: RefusalInWords['status']; sentence: () => string }

/** The integrity desk's part of the one place where refusals become words. */
export const DESK_WORDS: Record<DeskRefusals, Words> = {
  'case-not-found': { status: 404, sentence: () => m.voting_desk_refused_no_case() },
  'not-at-this-desk': { status: 403, sentence: () => m.voting_desk_refused_not_yours() },
  'desk-closed': { status: 409, sentence: () => m.voting_desk_refused_closed() },
  'not-in-quarantine': { status: 409, sentence: () => m.voting_desk_refused_not_in_quarantine() },
  'already-in-quarantine': { status: 409, sentence: () => m.voting_desk_refused_already_in() },
  'nothing-proposed': { status: 409, sentence: () => m.voting_desk_refused_nothing_proposed() },
  'second-person-needed': { status: 409, sentence: () => m.voting_desk_refused_second_person() },
  'ballot-excluded': { status: 409, sentence: () => m.voting_desk_refused_excluded() },
  'nothing-held': { status: 409, sentence: () => m.voting_held_refused_nothing() },
  'already-spoken': { status: 409, sentence: () => m.voting_held_refused_spoken() },
  'desk-not-waited-for': { status: 409, sentence: () => m.voting_desk_refused_not_waited_for() },
  'ballots-unruled': { status: 409, sentence: () => m.voting_desk_refused_unruled() },
  'work-order-unchanged': { status: 409, sentence: () => m.voting_desk_refused_unchanged() },
}
