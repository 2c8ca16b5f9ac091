import type { AiUse, GuidedQuestion } from './entry.ts'

/** What an entry still needs before it can be submitted, in the order of the page. */
export type Missing =
  | { what: 'pictures'; count: number }
  | { what: 'alt'; artworkId: string; place: number }
  | { what: 'title' }
  | { what: 'story' }
  | { what: 'answer'; questionId: string; prompt: string }
  | { what: 'ai-use' }
  | { what: 'ai-statement' }
  | { what: 'originality' }
  | { what: 'rights' }

export interface EntryContents {
  title: string
  story: string
  aiUse: AiUse | ''
  aiStatement: string
  original: boolean
  /** The publication version whose rights terms were accepted, or null. */
  acceptedVersion: number | null
  answers: Readonly<Record<string, string>>
  artworks: readonly { id: string; alt: string }[]
}

export interface EntryDemands {
  minimumPictures: number
  questions: readonly GuidedQuestion[]
  /** The version of the rules in force: what is accepted must be what now holds. */
  currentVersion: number
}

/**
 * Everything missing at once, so that nobody mends one thing only to be told of the next. An unanswered question about a likeness is not
 * among it: a machine raises those, whenever it gets to it, and must not cost anybody the deadline.
 */
export function missingFrom(entry: EntryContents, demands: EntryDemands): Missing[] {
  const missing: Missing[] = []
  const pictures = demands.minimumPictures - entry.artworks.length
  if (pictures > 0) missing.push({ what: 'pictures', count: pictures })
  entry.artworks.forEach(({ id, alt }, index) => {
    if (alt === '') missing.push({ what: 'alt', artworkId: id, place: index + 1 })
  })
  return [...missing, ...missingWords(entry, demands)]
}

/** The part of `missingFrom` that is words. */
export function missingWords(
  entry: Omit<EntryContents, 'artworks'>,
  { questions, currentVersion }: Omit<EntryDemands, 'minimumPictures'>,
): Missing[] {
  const missing: Missing[] = []
  if (entry.title === '') missing.push({ what: 'title' })
  if (entry.story === '') missing.push({ what: 'story' })
  for (const { id, prompt, required } of questions) {
    if (required && !entry.answers[id]) missing.push({ what: 'answer', questionId: id, prompt })
  }
  if (entry.aiUse === '') missing.push({ what: 'ai-use' })
  // A machine's part is stated in words: which tool, and what it made.
  else if (entry.aiUse !== 'none' && entry.aiStatement === '') missing.push({ what: 'ai-statement' })
  if (!entry.original) missing.push({ what: 'originality' })
  if (entry.acceptedVersion !== currentVersion) missing.push({ what: 'rights' })
  return missing
}
