import { describe, expect, test } from 'vitest'
import { ANSWER_REASON_MAX, answerSchema } from '#app/jury/answer.ts'
import { decisionSchema, LETTER_MAX } from '#app/jury/decision.ts'
import { VERDICT_REASON_MAX, verdictSchema } from '#app/jury/verdict.ts'
import {
  GO_REASON_MAX,
  goSchema,
  NOTE_MAX,
  noteSchema,
  productSchema,
  signatureSchema,
} from '#app/production/run-forms.ts'
import { writtenText } from '#app/written-text.ts'

test('text is what its writer saw: line ends count once, control characters go, the edges are trimmed', () => {
  expect(writtenText(20).parse(' one\r\ntwo\u0000\u0007\tthree ')).toBe('one\ntwo\tthree')
  expect(writtenText(4).safeParse('one\r\n2').success).toBe(false)
})

const LONG_TEXTS = [
  ['a verdict’s reason', verdictSchema, { kind: 'abstain' }, 'reason', VERDICT_REASON_MAX],
  ['an answer’s reason', answerSchema, { entries: 'e', kind: 'not-now' }, 'reason', ANSWER_REASON_MAX],
  ['the letter of a decision', decisionSchema, { seen: 'no-production' }, 'letter', LETTER_MAX],
  ['a note', noteSchema, { audience: 'public' }, 'text', NOTE_MAX],
  ['the reason of a go', goSchema, { go: 'go' }, 'reason', GO_REASON_MAX],
] as const

describe.each(LONG_TEXTS)('%s', (_, schema, others, field, most) => {
  test('that fills the field to its last character is taken, line ends and all, as a browser sends it', () => {
    const typed = 'a line\n'
      .repeat(most)
      .slice(0, most - 1)
      .concat('.')
    const reading = schema.safeParse({ ...others, [field]: typed.replaceAll('\n', '\r\n') })
    expect(reading.error?.issues).toBeUndefined()
    expect(reading.data).toMatchObject({ [field]: typed })
  })

  test('carries no NUL into the database', () => {
    const typed = 'Long enough to be taken as a reason, a note or a letter.'
    const reading = schema.safeParse({ ...others, [field]: `\u0000${typed.slice(0, 9)}\u0000${typed.slice(9)}` })
    expect(reading.data).toMatchObject({ [field]: typed })
  })
})

test('names stay on one line', () => {
  expect(signatureSchema.parse({ fullName: 'Ada\u0000\r\n Rossi', agreed: 'yes' }).fullName).toBe('Ada Rossi')
  expect(productSchema.parse({ name: 'The\nboot' }).name).toBe('The boot')
})
