import { Form } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import type { FormErrors, Typed } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { DuelKeys } from '#app/ui/duel-keys.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { PictureStrip } from '#app/ui/picture-strip.tsx'
import { DUEL_ROOM } from '#app/ui/strip-room.ts'
import type { BoothEntry } from '#app/voting/booths.server.ts'
import { DUEL_ANSWERS } from '#app/voting/duel.ts'
import type { BoothDuel } from '#app/voting/duel-booths.server.ts'
import { ReportForm } from './report-form.tsx'
import type { DuelActs } from './use-duels.ts'
import { WouldBuy } from './would-buy.tsx'

type Props = { slug: string; duel: BoothDuel; acts: DuelActs; errors: FormErrors; typed: Typed }

/** Two designs side by side, one above the other where it is narrow, and three keys. Every act is a form. */
export function DuelTable({ slug, duel, acts, errors, typed }: Props) {
  const { first, second } = duel
  return (
    <>
      <h1 id="booth-heading" tabIndex={-1} className="sr-only">
        {m.voting_duel_question()} {m.voting_duel_legend({ first: first.title, second: second.title })}
      </h1>
      <div
        key={duel.number}
        className={`gutter mx-auto grid w-full max-w-wide grow content-start gap-x-10 gap-y-4 pb-8 lg:grid-cols-2 ${DUEL_ROOM.className}`}
      >
        {[first, second].map((entry, side) => (
          <Contender key={entry.id} slug={slug} entry={entry} side={side} acts={acts} errors={errors} typed={typed} />
        ))}
      </div>
      <KeyBar slug={slug} duel={duel} acts={acts} error={errors.answer?.[0]} />
    </>
  )
}

type ContenderProps = Omit<Props, 'duel'> & { entry: BoothEntry; side: number }

function Contender({ slug, entry, side, acts, errors, typed }: ContenderProps) {
  const about = typed.entryId === entry.id
  return (
    <section aria-labelledby={`design-${side}`} className="min-w-0">
      <PictureStrip name={`picture-${side}`} pictures={entry.pictures} room={DUEL_ROOM} />
      <div className="mt-2 flex items-start justify-between gap-4 lg:mt-4">
        <h2 id={`design-${side}`} className="min-w-0 text-lg lg:text-2xl">
          {entry.title}
        </h2>
        <WouldBuy
          slug={slug}
          entryId={entry.id}
          wouldBuy={entry.wouldBuy}
          onMark={(wouldBuy) => acts.markWouldBuy(entry.id, wouldBuy)}
          className="min-h-9 gap-2 whitespace-nowrap px-2"
        />
      </div>
      <details open={about} className="mt-1 text-sm lg:mt-2">
        <summary className="inline-flex min-h-9 items-center gap-2 text-quiet hover:text-accent">
          <Icon name="info" /> {m.voting_duel_about()}
        </summary>
        <p className="mt-2 max-w-text whitespace-pre-line text-base">{entry.story}</p>
        <p className="mt-4 text-quiet text-xs">{m.voting_booth_author_hidden()}</p>
        <ReportForm
          slug={slug}
          entryId={entry.id}
          label={m.voting_duel_report_of({ title: entry.title })}
          errors={about ? errors : {}}
          typed={about ? typed : {}}
        />
      </details>
    </section>
  )
}

function KeyBar({ slug, duel, acts, error }: Pick<Props, 'slug' | 'duel' | 'acts'> & { error?: string }) {
  const { first, second, number } = duel
  return (
    <div className="sticky bottom-0 z-20 border-line border-t bg-paper">
      <div className="gutter mx-auto grid w-full max-w-wide grid-cols-[minmax(0,1fr)_auto] gap-2 py-3 lg:gap-6 lg:py-4">
        <Form
          method="post"
          action={links.boothDuel(slug)}
          onSubmit={(event) => {
            const pressed = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null
            const answer = DUEL_ANSWERS.find((one) => one === pressed?.getAttribute('value'))
            if (!answer) return
            event.preventDefault()
            acts.answer(answer)
          }}
        >
          <input type="hidden" name="number" value={number} />
          <DuelKeys first={first} second={second} pressed={acts.pressed} busy={acts.busy} error={error} />
        </Form>
        <Form
          method="post"
          action={links.boothDuelPass(slug)}
          onSubmit={(event) => {
            event.preventDefault()
            acts.pass()
          }}
        >
          <input type="hidden" name="number" value={number} />
          <Button type="submit" icon="pass" className="h-full px-2! lg:px-6!" title={m.voting_duel_pass_hint()}>
            {m.voting_pass()}
          </Button>
        </Form>
      </div>
    </div>
  )
}
