import { describe, expect, it } from 'vitest'
import type { Brief } from '#app/contests/brief.ts'
import { type PublishingReason, reasonsNotToPublish } from '#app/contests/publishing.ts'
import { suggestBrief } from '#app/contests/suggested-brief.ts'
import { aBrief } from '../contests-in-phases.ts'

const now = new Date('2027-03-01T10:00:00.000Z')
const brief = aBrief('A boot for rain', now)
const panel = [{ mayClose: true }, { mayClose: false }]
const ready = { brief, hasHeadPicture: true, panel }

describe('a brief', () => {
  it('in which nothing is missing can be published', () => {
    expect(reasonsNotToPublish(ready, now)).toEqual([])
  })

  it('that was only just begun says everything that is missing at once', () => {
    const begun = { brief: suggestBrief('A boot', 'Europe/Rome', now), hasHeadPicture: false, panel: [] }
    expect(reasonsNotToPublish(begun, now)).toEqual([
      'product-missing',
      'summary-missing',
      'brief-missing',
      'head-picture-missing',
      'head-alt-missing',
      'prizes-missing',
      'rights-missing',
      'panel-below-quorum',
      'nobody-may-close',
    ])
  })

  const wrong: [PublishingReason, Partial<Brief>][] = [
    ['opening-not-ahead', { opensAt: now.toISOString() }],
    ['dates-not-in-order', { votingOpensAt: brief.opensAt }],
    ['dates-not-in-order', { decisionDueAt: brief.votingOpensAt }],
    ['panel-below-quorum', { quorum: 3 }],
    ['rights-missing', { rightsTerms: 'To be written.' }],
    ['question-empty', { questions: [{ kind: 'short', prompt: '', hint: '', options: [], required: false }] }],
    [
      'choice-without-options',
      { questions: [{ kind: 'choice', prompt: 'Sole?', hint: '', options: ['Rubber'], required: false }] },
    ],
  ]
  it.each(wrong)('is held back by %s', (reason, change) => {
    expect(reasonsNotToPublish({ ...ready, brief: { ...brief, ...change } }, now)).toEqual([reason])
  })

  it('needs a juror who may sign the decision', () => {
    const unsigned = { ...ready, panel: [{ mayClose: false }, { mayClose: false }] }
    expect(reasonsNotToPublish(unsigned, now)).toEqual(['nobody-may-close'])
  })
})
