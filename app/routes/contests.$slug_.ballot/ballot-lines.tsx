import { Form, Link, useSubmit } from '@remix-run/react'
import { useRef } from 'react'
import { links } from '#app/http/links.ts'
import type { Typed } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { ScoreKeys } from '#app/ui/score-keys.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Ballot, BallotLine } from '#app/voting/ballots.server.ts'

type Props = { slug: string; ballot: Ballot; open: boolean; typed: Typed }

/** Everything this voter was shown: what they scored, then what they passed. */
export function BallotLines({ slug, ballot, open, typed }: Props) {
  const scored = ballot.lines.filter((line) => line.score !== null)
  const passed = ballot.lines.filter((line) => line.score === null)
  return (
    <>
      {scored.length > 0 && (
        <Section title={m.voting_ballot_scored()}>
          <ul>
            {scored.map((line) => (
              <ScoredLine key={`${line.entryId}${line.score}`} line={line} open={open} typed={typed} />
            ))}
          </ul>
        </Section>
      )}
      {passed.length > 0 && (
        <Section
          title={m.voting_ballot_passed()}
          lead={m.voting_ballot_passed_lead()}
          actions={
            open && (
              <Form method="post" action={links.boothAgain(slug)}>
                <SubmitButton look="plain" size="small">
                  {m.voting_again({ passed: passed.length })}
                </SubmitButton>
              </Form>
            )
          }
        >
          <ul className="flex flex-wrap gap-5">
            {passed.map((line) => (
              <li key={line.entryId} className="w-32 text-sm">
                <SmallPicture line={line} />
                <Link to={links.entry(line.entryId)} className="link mt-2 block">
                  {line.title}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function ScoredLine({ line, open, typed }: { line: BallotLine; open: boolean; typed: Typed }) {
  return (
    <li
      id={`entry-${line.entryId}`}
      className={`grid items-center gap-x-5 gap-y-3 border-line border-t py-4 first:border-t-0 target:bg-sunken sm:grid-cols-[7rem_1fr_auto] sm:gap-x-8 ${open ? 'grid-cols-[5rem_1fr]' : 'grid-cols-[5rem_1fr_auto]'}`}
    >
      <SmallPicture line={line} />
      <div className="min-w-0">
        <Link to={links.entry(line.entryId)} className="link font-serif text-lg">
          {line.title}
        </Link>
        {line.wouldBuy && (
          <p className="mt-1 flex items-center gap-2 text-quiet text-sm">
            <Icon name="tag" /> {m.voting_would_buy_marked()}
          </p>
        )}
      </div>
      {open ? (
        <ChangeScore line={line} typed={typed} />
      ) : (
        <p className="font-serif text-2xl tabular-nums">
          <span className="sr-only">{m.voting_ballot_your_score({ score: line.score ?? 0 })}</span>
          <span aria-hidden="true">{line.score}</span>
        </p>
      )}
    </li>
  )
}

/** A key pressed saves at once where JavaScript runs; the button beneath serves everybody else. */
function ChangeScore({ line, typed }: { line: BallotLine; typed: Typed }) {
  const form = useRef<HTMLFormElement>(null)
  const submit = useSubmit()
  const chosen = typed.entryId === line.entryId ? Number(typed.score) : line.score
  return (
    <Form ref={form} method="post" preventScrollReset className="group max-sm:col-span-2 sm:w-80">
      <input type="hidden" name="entryId" value={line.entryId} />
      <ScoreKeys
        id={`score-${line.entryId}`}
        size="small"
        legend={m.voting_score_legend({ title: line.title })}
        value={chosen}
        onPress={(score) => {
          if (score === line.score) return
          submit({ entryId: line.entryId, score: String(score) }, { method: 'post', preventScrollReset: true })
        }}
      />
      {/* Comes into sight when another key than the saved one is chosen, by CSS alone. */}
      <SubmitButton size="small" className="mt-2 hidden! group-has-[:checked:not(:default)]:inline-flex!">
        {m.voting_ballot_change()}
      </SubmitButton>
    </Form>
  )
}

function SmallPicture({ line }: { line: BallotLine }) {
  if (!line.picture) return <span className="block aspect-square border border-line bg-sunken" />
  return (
    <span className="block aspect-square overflow-hidden">
      <Picture picture={line.picture} alt="" sizes="7rem" fill="cover" />
    </span>
  )
}
