import { expect, test } from 'vitest'
import type { EntryContents, EntryDemands } from '#app/entries/missing.ts'
import { missingFrom } from '#app/entries/missing.ts'

const question = { id: 'q1', kind: 'short' as const, prompt: 'What of?', hint: '', options: [], required: true }
const demands: EntryDemands = { minimumPictures: 2, questions: [question], currentVersion: 2 }
const complete: EntryContents = {
  title: 'A boot',
  story: 'For rain.',
  aiUse: 'none',
  aiStatement: '',
  original: true,
  acceptedVersion: 2,
  answers: { q1: 'Felt' },
  artworks: [
    { id: 'a', alt: 'From the side' },
    { id: 'b', alt: 'From above' },
  ],
}

test('a complete entry lacks nothing', () => {
  expect(missingFrom(complete, demands)).toEqual([])
})

test('everything missing is said at once, in the order of the page', () => {
  const empty: EntryContents = {
    ...complete,
    ...{ title: '', story: '', aiUse: '', original: false, acceptedVersion: null, answers: {} },
    artworks: [{ id: 'a', alt: '' }],
  }
  expect(missingFrom(empty, demands).map(({ what }) => what)).toEqual([
    'pictures',
    'alt',
    'title',
    'story',
    'answer',
    'ai-use',
    'originality',
    'rights',
  ])
})

test('a machine’s part needs words', () => {
  expect(missingFrom({ ...complete, aiUse: 'assisted' }, demands)).toEqual([{ what: 'ai-statement' }])
})

test('terms accepted in an earlier version are not accepted in this one', () => {
  expect(missingFrom({ ...complete, acceptedVersion: 1 }, demands)).toEqual([{ what: 'rights' }])
})
