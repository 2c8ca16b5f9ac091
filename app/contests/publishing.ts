import type { Brief } from './brief.ts'
import { isInOrder } from './schedule.ts'

/** Why a brief cannot be published yet; each is shown with a link to the place where it is mended. */
export const PUBLISHING_REASONS = [
  'product-missing',
  'summary-missing',
  'brief-missing',
  'head-picture-missing',
  'head-alt-missing',
  'prizes-missing',
  'rights-missing',
  'question-empty',
  'choice-without-options',
  'opening-not-ahead',
  'dates-not-in-order',
  'panel-below-quorum',
  'nobody-may-close',
] as const
export type PublishingReason = (typeof PUBLISHING_REASONS)[number]

/** Below this nobody has written terms; they have written 'TBD'. */
export const RIGHTS_TERMS_LEAST_LENGTH = 40
const CHOICE_LEAST_OPTIONS = 2

export interface PublishableContest {
  brief: Brief
  hasHeadPicture: boolean
  panel: readonly { mayClose: boolean }[]
}

/** Everything that stands between a draft and its publication; an empty list means that it can be run. */
export function reasonsNotToPublish(
  { brief, hasHeadPicture, panel }: PublishableContest,
  now: Date,
): PublishingReason[] {
  const holds: Record<PublishingReason, boolean> = {
    'product-missing': brief.product === '',
    'summary-missing': brief.summary === '',
    'brief-missing': brief.brief === '',
    'head-picture-missing': !hasHeadPicture,
    'head-alt-missing': brief.headAlt === '',
    'prizes-missing': brief.prizes === '',
    'rights-missing': brief.rightsTerms.length < RIGHTS_TERMS_LEAST_LENGTH,
    'question-empty': brief.questions.some((question) => question.prompt === ''),
    'choice-without-options': brief.questions.some(
      (question) => question.kind === 'choice' && question.options.length < CHOICE_LEAST_OPTIONS,
    ),
    'opening-not-ahead': brief.opensAt <= now.toISOString(),
    'dates-not-in-order': !isInOrder(brief),
    'panel-below-quorum': panel.length < brief.quorum,
    'nobody-may-close': !panel.some((seat) => seat.mayClose),
  }
  return PUBLISHING_REASONS.filter((reason) => holds[reason])
}
