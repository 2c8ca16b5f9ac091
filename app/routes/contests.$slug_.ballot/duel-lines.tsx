import { Form, Link } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import type { Typed } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { Section } from '#app/ui/section.tsx'
import type { DuelAnswer } from '#app/voting/duel.ts'
import type { DuelBallot, DuelLine, DuelSide } from '#app/voting/duel-ballots.server.ts'

type Props = { slug: string; ballot: DuelBallot; open: boolean; typed: Typed }

/** Everything this voter was asked: what they answered, then what they passed. */
export function DuelLines({ slug, ballot, open, typed }: Props) {
  const answered = ballot.lines.filter((line) => line.answer !== null)
  const passed = ballot.lines.filter((line) => line.answer === null)
  return (
    <>
      {answered.length > 0 && (
        <Section title={m.voting_ballot_duels()}>
          <ul>
            {answered.map((line) => (
              <AnsweredLine key={`${line.number}${line.answer}`} line={line} open={open} typed={typed} />
            ))}
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
                <Side side={line.first} />
                <Side side={line.second} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function AnsweredLine({ line, open, typed }: { line: DuelLine; open: boolean; typed: Typed }) {
  const chosen = typed.number === String(line.number) ? typed.answer : line.answer
  const options: { answer: DuelAnswer; label: string }[] = [
    { answer: 'first', label: line.first.title },
    { answer: 'neither', label: m.voting_duel_neither() },
    { answer: 'second', label: line.second.title },
  ]
  return (
    <li
      id={`duel-${line.number}`}
      className="grid grid-cols-2 gap-x-5 gap-y-3 border-line border-t py-5 first:border-t-0 target:bg-sunken lg:grid-cols-[1fr_1fr_minmax(0,22rem)] lg:gap-x-8"
    >
      <Side side={line.first} preferred={line.answer === 'first'} />
      <Side side={line.second} preferred={line.answer === 'second'} />
      {open ? (
        <Form method="post" preventScrollReset className="group col-span-2 lg:col-span-1">
          <input type="hidden" name="number" value={line.number} />
          <fieldset>
            <legend className="sr-only">
              {m.voting_duel_legend({ first: line.first.title, second: line.second.title })}
            </legend>
            {options.map(({ answer, label }) => (
              <label key={answer} className="flex min-h-9 cursor-pointer items-center gap-3">
                <input
                  type="radio"
                  name="answer"
                  value={answer}
                  defaultChecked={answer === chosen}
                  className="size-5 shrink-0"
                />
                <span className="min-w-0">{label}</span>
              </label>
            ))}
          </fieldset>
          {/* Comes into sight when another answer than the saved one is chosen, by CSS alone. */}
          <SubmitButton size="small" className="mt-2 hidden! group-has-[:checked:not(:default)]:inline-flex!">
            {m.voting_ballot_duel_save()}
          </SubmitButton>
        </Form>
      ) : (
        <p className="col-span-2 text-sm lg:col-span-1">
          {line.answer === 'neither'
            ? m.voting_duel_said_neither({ first: line.first.title, second: line.second.title })
            : m.voting_duel_said(
                line.answer === 'first'
                  ? { better: line.first.title, worse: line.second.title }
                  : { better: line.second.title, worse: line.first.title },
              )}
        </p>
      )}
    </li>
  )
}

function Side({ side, preferred = false }: { side: DuelSide; preferred?: boolean }) {
  return (
    <div className="flex min-w-0 items-center gap-4 max-sm:flex-col max-sm:items-start">
      <span
        className={`block size-20 shrink-0 overflow-hidden sm:size-28 ${preferred ? 'outline-2 outline-accent outline-offset-2' : ''}`}
      >
        {side.picture && <Picture picture={side.picture} alt="" sizes="7rem" fill="cover" />}
      </span>
      <Link to={links.entry(side.entryId)} className="link min-w-0 font-serif text-lg">
        {side.title}
      </Link>
    </div>
  )
}
