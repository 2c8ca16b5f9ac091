import { m } from '#app/i18n/paraglide/messages.js'
import { Section } from '#app/ui/section.tsx'

/** In plain words: what the check can show, and what no check can. */
export function WhatIsProved() {
  return (
    <div className="mt-14 grid gap-x-10 gap-y-14 *:mt-0! md:grid-cols-2">
      <Section title={m.voting_check_proved_title()}>
        <Points
          words={[
            m.voting_check_proved_chain(),
            m.voting_check_proved_count(),
            m.voting_check_proved_receipts(),
            m.voting_check_proved_ladder(),
          ]}
        />
      </Section>
      <Section title={m.voting_check_not_title()}>
        <Points words={[m.voting_check_not_rewrite(), m.voting_check_not_people(), m.voting_check_not_marks()]} />
      </Section>
    </div>
  )
}

function Points({ words }: { words: readonly string[] }) {
  return (
    <ul className="space-y-4">
      {words.map((sentence) => (
        <li key={sentence} className="border-line border-l-2 pl-4">
          {sentence}
        </li>
      ))}
    </ul>
  )
}
