import { Form } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import type { Typed } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { DuelAnswerLine, type DuelSide, DuelSideView } from '#app/ui/duel-answer-line.tsx'
import { Section } from '#app/ui/section.tsx'
import type { DuelSide as BallotSide, DuelBallot } from '#app/voting/duel-ballots.server.ts'

type Props = { slug: string; ballot: DuelBallot; open: boolean; typed: Typed }

/** Everything this voter was asked: what they answered, then what they passed. */
export function DuelLines({ slug, ballot, open, typed }: Props) {
  const answered = ballot.lines.some((line) => line.answer !== null)
  const passed = ballot.lines.filter((line) => line.answer === null)
  return (
    <>
      {answered && (
        <Section title={m.voting_ballot_duels()}>
          <ul>
            {ballot.lines.map(
              ({ number, first, second, answer }) =>
                answer !== null && (
                  <DuelAnswerLine
                    key={`${number}${answer}`}
                    id={`duel-${number}`}
                    first={sideOf(first)}
                    second={sideOf(second)}
                    answer={answer}
                    chosen={typed.number === String(number) ? typed.answer : answer}
                    fields={open ? { number } : undefined}
                  />
                ),
            )}
          </ul>
        </Section>
      )}
      {passed.length > 0 && (
        <Section
          title={m.voting_ballot_passed()}
          lead={m.voting_ballot_duels_passed_lead()}
          actions={
            open && (
              <Form method="post" action={links.boothDuelAgain(slug)}>
                <SubmitButton look="plain" size="small">
                  {m.voting_duel_again({ count: passed.length })}
                </SubmitButton>
              </Form>
            )
          }
        >
          <ul>
            {passed.map((line) => (
              <li key={line.number} className="grid grid-cols-2 gap-5 border-line border-t py-4 first:border-t-0">
                <DuelSideView side={sideOf(line.first)} />
                <DuelSideView side={sideOf(line.second)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function sideOf({ entryId, title, picture }: BallotSide): DuelSide {
  return { title, picture, to: links.entry(entryId) }
}
