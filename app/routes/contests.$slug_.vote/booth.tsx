import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { BallotPaper, LastActLine } from './ballot-paper.tsx'
import { BallotProgress } from './ballot-progress.tsx'
import { BoothKeysHelp } from './booth-keys-help.tsx'
import { BoothState } from './booth-states.tsx'
import type { BoothAnswer, BoothView } from './booth-view.server.ts'
import { useBooth } from './use-booth.ts'
import { useBoothKeys } from './use-booth-keys.ts'

/** The page of the booth and of each of its acts: a refused act shows the booth again, with what was wrong. */
export function Booth() {
  const loaded = useLoaderData<BoothView>()
  const refused = useActionData<BoothAnswer>()
  const acts = useBooth(loaded)
  const keys = useBoothKeys(acts)
  const { view } = acts
  const entry = view.booth?.entry ?? null
  const errors = { ...refused?.errors, ...acts.errors }
  useFocusOnNext(entry?.id ?? view.whyNot ?? 'none')
  return (
    <div className="flex grow flex-col">
      <BoothBar view={view}>
        <LastActLine slug={view.contest.slug} acts={acts} />
        {entry && <BoothKeysHelp {...keys} />}
      </BoothBar>
      <p role="status" className="sr-only">
        {acts.said}
      </p>
      <div className="gutter mx-auto w-full max-w-wide empty:hidden">
        <ErrorSummary errors={errors} />
      </div>
      {entry ? (
        <BallotPaper
          slug={view.contest.slug}
          entry={entry}
          acts={acts}
          errors={errors}
          typed={refused?.typed.entryId === entry.id ? refused.typed : {}}
        />
      ) : (
        <BoothState view={view} />
      )}
    </div>
  )
}

/** The way back, how far the ballot is, and what was just done. On a narrow screen the progress takes the second line. */
function BoothBar({ view, children }: { view: BoothView; children: ReactNode }) {
  const { contest, booth } = view
  const begun = booth && booth.progress.given + booth.progress.passed + (booth.entry ? 1 : 0) > 0
  return (
    <div className="gutter mx-auto flex w-full max-w-wide flex-wrap items-center justify-between gap-x-8 py-2 text-sm lg:py-4">
      <Link
        to={links.contest(contest.slug)}
        className="inline-flex min-h-9 min-w-0 items-center gap-2 text-quiet hover:text-accent max-lg:max-w-[60%]"
      >
        <Icon name="back" /> <span className="truncate">{contest.title}</span>
      </Link>
      {begun && (
        <div className="max-lg:order-last max-lg:w-full">
          <BallotProgress progress={booth.progress} />
        </div>
      )}
      <div className="flex min-w-0 items-center gap-6">
        {children}
        {begun && (
          <Link
            to={links.ballot(contest.slug)}
            className="inline-flex min-h-9 shrink-0 items-center gap-2 hover:text-accent"
          >
            <Icon name="list" /> {m.voting_booth_my_ballot()}
          </Link>
        )}
      </div>
    </div>
  )
}

/** When the design changes, readers and the view begin at its title; on arrival nothing is moved. */
function useFocusOnNext(what: string): void {
  const before = useRef(what)
  useEffect(() => {
    if (before.current === what) return
    before.current = what
    document.getElementById('booth-heading')?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [what])
}
