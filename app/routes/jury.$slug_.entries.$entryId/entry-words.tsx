import { m } from '#app/i18n/paraglide/messages.js'
import type { DocketEntry } from '#app/jury/docket-entry.server.ts'
import { Facts } from '#app/ui/facts.tsx'

const AI_WORDS = {
  none: m.jury_verdict_ai_none,
  assisted: m.jury_verdict_ai_assisted,
  generated: m.jury_verdict_ai_generated,
  '': null,
} as const

/** What the designer wrote and stated, without their name. */
export function EntryWords({ words, questions }: Pick<DocketEntry, 'words' | 'questions'>) {
  const { story, aiUse, aiStatement, thirdPartyStatement } = words
  const ai = AI_WORDS[aiUse]
  return (
    <div className="max-w-text">
      <p className="mb-8 whitespace-pre-line">{story}</p>
      <Facts
        items={[
          ...questions.map(({ prompt, text }) => ({ term: prompt, detail: text })),
          ai && { term: m.jury_verdict_statements(), detail: [ai(), aiStatement].filter(Boolean).join(' ') },
          thirdPartyStatement !== '' && { term: m.jury_verdict_third_party(), detail: thirdPartyStatement },
        ]}
      />
    </div>
  )
}
