import type { CancelContestRefusal } from '#app/contests/cancel-contest.server.ts'
import type { ClarifyBriefRefusal } from '#app/contests/clarify-brief.server.ts'
import type { MoveBoundaryRefusal } from '#app/contests/move-boundary.server.ts'
import type { PublishContestRefusal } from '#app/contests/publish-contest.server.ts'
import type { SaveBriefRefusal } from '#app/contests/save-brief.server.ts'
import type { SeatJurorRefusal } from '#app/contests/seat-juror.server.ts'
import type { UnseatJurorRefusal } from '#app/contests/unseat-juror.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { RefusalDetails, RefusalInWords } from './refusals.ts'

/** 'contest-not-found' has its words with the entries, who share it. */
export type ContestsRefusal = Exclude<
  | SaveBriefRefusal
  | PublishContestRefusal
  | ClarifyBriefRefusal
  | MoveBoundaryRefusal
  | CancelContestRefusal
  | SeatJurorRefusal
  | UnseatJurorRefusal,
  'contest-not-found'
>

type Words = { status: RefusalInWords['status']; sentence: (details: RefusalDetails) => string }

/** The contests' part of the one place where refusals become words. */
export const CONTESTS_WORDS: Record<ContestsRefusal, Words> = {
  'contest-cancelled': { status: 409, sentence: () => m.contests_refused_cancelled() },
  'contest-decided': { status: 409, sentence: () => m.contests_refused_decided() },
  'contest-already-published': { status: 409, sentence: () => m.contests_refused_already_published() },
  'contest-not-running': { status: 409, sentence: () => m.contests_refused_not_running() },
  'brief-locked': { status: 409, sentence: () => m.contests_refused_locked() },
  'brief-changed-meanwhile': { status: 409, sentence: () => m.contests_refused_changed_meanwhile() },
  'brief-not-ready': { status: 422, sentence: () => m.contests_refused_not_ready() },
  'brief-past-clarifying': { status: 409, sentence: () => m.contests_refused_past_clarifying() },
  'brief-unchanged': { status: 422, sentence: () => m.contests_refused_unchanged() },
  'boundary-passed': { status: 409, sentence: () => m.contests_refused_boundary_passed() },
  'ballots-already-frozen': { status: 409, sentence: () => m.contests_refused_already_frozen() },
  'voting-extends-itself': { status: 409, sentence: () => m.contests_refused_extends_itself() },
  'boundary-not-later': { status: 422, sentence: () => m.contests_refused_boundary_not_later() },
  'boundary-not-earlier': { status: 422, sentence: () => m.contests_refused_boundary_not_earlier() },
  'boundary-in-the-past': { status: 422, sentence: () => m.contests_refused_boundary_in_the_past() },
  'boundary-crosses-another': { status: 422, sentence: () => m.contests_refused_boundary_crosses() },
  'boundary-moved-meanwhile': { status: 409, sentence: () => m.contests_refused_boundary_moved() },
  'not-a-juror': { status: 422, sentence: () => m.contests_refused_not_a_juror() },
  'juror-has-work-here': { status: 409, sentence: () => m.contests_refused_juror_has_work() },
  'seat-not-found': { status: 404, sentence: () => m.contests_refused_seat_not_found() },
  'juror-has-judged': { status: 409, sentence: () => m.contests_refused_juror_has_judged() },
  'panel-below-quorum': { status: 409, sentence: () => m.contests_refused_below_quorum() },
  'nobody-may-close': { status: 409, sentence: () => m.contests_refused_nobody_may_close() },
}
