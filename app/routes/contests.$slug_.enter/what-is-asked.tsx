import { Link } from '@remix-run/react'
import type { GuidedQuestion } from '#app/entries/entry.ts'
import { links } from '#app/http/links.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Facts } from '#app/ui/facts.tsx'
import { pixelsAskedInWords } from '#app/ui/print-words.ts'
import { Section } from '#app/ui/section.tsx'
import type { EnterData } from './route.tsx'

interface Props {
  contest: EnterData['contest']
  questions: readonly GuidedQuestion[]
}

/** Everything that will be asked, before anybody begins. */
export function WhatIsAsked({ contest, questions }: Props) {
  const { minimumPictures, maximumPictures, minimumWidthPx, minimumHeightPx, entriesPerPerson } = contest
  return (
    <Section title={m.entries_asked_title()}>
      <Facts
        items={[
          {
            term: m.entries_pictures(),
            detail: m.entries_asked_pictures({
              least: minimumPictures,
              most: maximumPictures,
              width: formatNumber(minimumWidthPx),
              height: formatNumber(minimumHeightPx),
            }),
          },
          contest.print && { term: m.images_asked_print_term(), detail: pixelsAskedInWords(contest.print) },
          { term: m.entries_words(), detail: m.entries_asked_words() },
          questions.length > 0 && {
            term: m.entries_questions(),
            detail: (
              <ul className="space-y-1">
                {questions.map(({ id, prompt }) => (
                  <li key={id}>{prompt}</li>
                ))}
              </ul>
            ),
          },
          { term: m.entries_statements(), detail: m.entries_asked_statements() },
          {
            term: m.entries_fact_rights(),
            detail: (
              <Link to={`${links.contest(contest.slug)}#rights`} className="link">
                {m.entries_asked_rights()}
              </Link>
            ),
          },
          { term: m.entries_asked_how_many(), detail: m.entries_asked_how_many_value({ count: entriesPerPerson }) },
        ]}
      />
    </Section>
  )
}
