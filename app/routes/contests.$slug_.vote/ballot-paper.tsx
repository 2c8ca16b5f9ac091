import { Form, Link } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'
import { links } from '#app/http/links.ts'
import type { FormErrors, Typed } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { PictureStrip } from '#app/ui/picture-strip.tsx'
import { ScoreKeys } from '#app/ui/score-keys.tsx'
import { BALLOT_ROOM } from '#app/ui/strip-room.ts'
import { SCORES } from '#app/voting/ballot.ts'
import type { BoothEntry } from '#app/voting/booths.server.ts'
import { ReportForm } from './report-form.tsx'
import type { BoothActs } from './use-booth.ts'
import { WouldBuy } from './would-buy.tsx'

type Props = { slug: string; entry: BoothEntry; acts: BoothActs; errors: FormErrors; typed: Typed }

/** One design and the keys. Every act is a form; once JavaScript runs the same forms are sent without leaving the page. */
export function BallotPaper({ slug, entry, acts, errors, typed }: Props) {
  return (
    <>
      <div
        className={`gutter mx-auto grid w-full max-w-wide grow content-start gap-x-12 gap-y-6 pb-8 lg:grid-cols-[minmax(0,1fr)_20rem] ${BALLOT_ROOM.className}`}
      >
        <PictureStrip key={entry.id} pictures={entry.pictures} room={BALLOT_ROOM} />
        <div className="lg:pt-2">
          <h1 id="booth-heading" tabIndex={-1} className="text-2xl outline-none">
            {entry.title}
          </h1>
          <p className="mt-4 max-w-text whitespace-pre-line text-base">{entry.story}</p>
          <p className="mt-6 text-quiet text-xs">{m.voting_booth_author_hidden()}</p>
          <ReportForm key={entry.id} slug={slug} entryId={entry.id} errors={errors} typed={typed} />
        </div>
      </div>
      <KeyBar slug={slug} entry={entry} acts={acts} error={errors.score?.[0]} />
    </>
  )
}

function KeyBar({ slug, entry, acts, error }: Pick<Props, 'slug' | 'entry' | 'acts'> & { error?: string }) {
  const pressed = acts.busy && acts.last?.entryId === entry.id ? acts.last.score : null
  const form = useRef<HTMLFormElement>(null)
  const shown = useRef(pressed)
  useEffect(() => {
    // On arrival nothing is taken back: a key may have been chosen before the script had come.
    if (shown.current === pressed) return
    shown.current = pressed
    for (const key of form.current?.querySelectorAll<HTMLInputElement>('[name=score]') ?? []) {
      key.checked = pressed !== null && key.value === String(pressed)
    }
  }, [pressed])
  return (
    <div className="sticky bottom-0 z-20 border-line border-t bg-paper">
      <div className="gutter mx-auto grid w-full max-w-wide gap-x-6 gap-y-3 py-3 lg:grid-cols-[minmax(0,1fr)_20rem] lg:py-4">
        <Form
          key={entry.id}
          ref={form}
          id="score"
          method="post"
          action={links.boothScore(slug)}
          onSubmit={(event) => {
            const score = SCORES.find((each) => String(each) === fieldOf(event, 'score'))
            if (score === undefined) return
            event.preventDefault()
            acts.score(score)
          }}
        >
          <input type="hidden" name="entryId" value={entry.id} />
          <ScoreKeys
            id="score-keys"
            legend={m.voting_score_legend({ title: entry.title })}
            onPress={acts.score}
            error={error}
          />
        </Form>
        <div className="grid grid-cols-[repeat(3,auto)] content-between gap-1.5 lg:grid-cols-2 lg:gap-3">
          <WouldBuy
            slug={slug}
            entryId={entry.id}
            wouldBuy={acts.wouldBuy}
            onMark={acts.markWouldBuy}
            className="h-full min-h-11 w-full justify-center gap-1.5 px-1.5 font-medium leading-tight"
          />
          <Form
            method="post"
            action={links.boothPass(slug)}
            onSubmit={(event) => {
              event.preventDefault()
              acts.pass()
            }}
          >
            <input type="hidden" name="entryId" value={entry.id} />
            <Button type="submit" icon="pass" className="h-full w-full gap-1.5 px-1.5!" title={m.voting_pass_hint()}>
              {m.voting_pass()}
            </Button>
          </Form>
          <Button
            type="submit"
            form="score"
            look="primary"
            className="px-1.5! lg:col-span-2"
            aria-disabled={acts.busy || undefined}
          >
            {acts.busy ? m.voting_scoring() : m.voting_score_and_next()}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** What was just done, with the way to mend it. */
export function LastActLine({ slug, acts }: { slug: string; acts: BoothActs }) {
  const { last, view } = acts
  if (!last || last.score === null || view.booth?.entry?.id === last.entryId) return null
  return (
    <p className="hidden truncate text-quiet lg:block">
      {m.voting_said_scored({ title: last.title, score: last.score })}{' '}
      <Link to={`${links.ballot(slug)}#entry-${last.entryId}`} className="link">
        {m.voting_change_last()}
      </Link>
    </p>
  )
}

function fieldOf(event: FormEvent<HTMLFormElement>, field: string): FormDataEntryValue | null {
  return new FormData(event.currentTarget).get(field)
}
