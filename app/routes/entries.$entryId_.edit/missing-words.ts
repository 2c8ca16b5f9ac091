import { altField, answerField } from '#app/entries/entry.ts'
import type { Missing } from '#app/entries/missing.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** What is missing, as something to do. */
export function missingWords(missing: Missing): string {
  switch (missing.what) {
    case 'pictures':
      return m.entries_missing_pictures({ count: missing.count })
    case 'alt':
      return m.entries_missing_alt({ place: missing.place })
    case 'title':
      return m.entries_missing_entry_title()
    case 'story':
      return m.entries_missing_story()
    case 'answer':
      return m.entries_missing_answer({ prompt: missing.prompt })
    case 'ai-use':
      return m.entries_missing_ai_use()
    case 'ai-statement':
      return m.entries_missing_ai_statement()
    case 'originality':
      return m.entries_missing_originality()
    case 'rights':
      return m.entries_missing_rights()
  }
}

/** The field in which it is mended. */
export function missingField(missing: Missing): string {
  switch (missing.what) {
    case 'alt':
      return altField(missing.artworkId)
    case 'answer':
      return answerField(missing.questionId)
    case 'ai-use':
      return 'aiUse'
    case 'ai-statement':
      return 'aiStatement'
    case 'originality':
      return 'original'
    case 'rights':
      return 'rightsAccepted'
    default:
      return missing.what
  }
}
