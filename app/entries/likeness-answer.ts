import { z } from 'zod'
import { m } from '#app/i18n/paraglide/messages.js'
import { writtenText } from '#app/written-text.ts'

/** What a designer may say of a picture that looks like somebody else's. */
export const LIKENESS_ANSWERS = ['mine', 'licensed', 'common-source', 'unaware'] as const
export type LikenessAnswer = (typeof LIKENESS_ANSWERS)[number]

export const LIKENESS_WORDS_CHARACTERS_MOST = 1000

/** Any answer will do: nothing is refused for what it says. A licence and a common source are named, or they say nothing. */
export const likenessAnswerSchema = z
  .object({
    kind: z.enum(LIKENESS_ANSWERS, { error: () => m.entries_likeness_kind_missing() }),
    words: writtenText(LIKENESS_WORDS_CHARACTERS_MOST),
  })
  .refine(({ kind, words }) => words !== '' || (kind !== 'licensed' && kind !== 'common-source'), {
    path: ['words'],
    error: () => m.entries_likeness_words_missing(),
  })

/** When a picture and its entry came; null while the entry was never submitted. */
export interface Entered {
  takenAt: string
  submittedAt: string | null
}

/**
 * Whether the designer is asked about the likeness of their picture to another: only when the other was in the contest first. Of a
 * draft nobody learns that it exists, and who came first is not bothered by who came after.
 */
export function isAsked(own: Entered, other: Entered): boolean {
  const otherEntered = enteredAt(other)
  if (otherEntered === null) return false
  const ownEntered = enteredAt(own)
  return ownEntered === null || otherEntered < ownEntered
}

/** A picture may be added to an entry that is submitted already. */
function enteredAt({ takenAt, submittedAt }: Entered): string | null {
  if (submittedAt === null) return null
  return takenAt > submittedAt ? takenAt : submittedAt
}
