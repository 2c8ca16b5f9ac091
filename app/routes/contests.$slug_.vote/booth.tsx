import { useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { AnswerKeysHelp } from '#app/ui/answer-keys-help.tsx'
import { ErrorSummary } from '#app/ui/form-errors.tsx'
import { useAnswerKeys } from '#app/ui/use-answer-keys.ts'
import { useFocusOnNext } from '#app/ui/use-focus-on-next.ts'
import { SCORES } from '#app/voting/ballot.ts'
import type { BallotProgress as Progress } from '#app/voting/booths.server.ts'
import { BallotPaper, LastActLine } from './ballot-paper.tsx'
import { BoothBar } from './booth-bar.tsx'
import { BoothState } from './booth-states.tsx'
import type { BoothAnswer, BoothView } from './booth-view.server.ts'
import { DuelBooth } from './duel-booth.tsx'
import { type BoothActs, useBooth } from './use-booth.ts'

/** The page of the booth and of each of its acts: a refused act shows the booth again, with what was wrong. */
export function Booth() {
  const loaded = useLoaderData<BoothView>()
  return loaded.contest.method === 'duels' ? <DuelBooth loaded={loaded} /> : <ScoreBooth loaded={loaded} />
}

function ScoreBooth({ loaded }: { loaded: BoothView }) {
  const refused = useActionData<BoothAnswer>()
  const acts = useBooth(loaded)
  const keys = useAnswerKeys((key) => press(acts, key))
  const { view } = acts
  const entry = view.booth?.entry ?? null
  const errors = { ...refused?.errors, ...acts.errors }
  useFocusOnNext(entry?.id ?? view.whyNot ?? 'none')
  return (
    <div className="flex grow flex-col">
      <BoothBar contest={view.contest} progress={begunProgress(view)}>
        <LastActLine slug={view.contest.slug} acts={acts} />
        {entry && <AnswerKeysHelp {...keys} keys={SCORE_KEYS()} />}
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

function begunProgress({ booth }: BoothView): Progress | null {
  if (!booth) return null
  const { given, passed } = booth.progress
  return given + passed + (booth.entry ? 1 : 0) > 0 ? booth.progress : null
}

function press(acts: BoothActs, key: string): boolean {
  const score = SCORES.find((each) => key === String(each))
  if (score !== undefined) acts.score(score)
  else if (key.toLowerCase() === 'p') acts.pass()
  else if (key.toLowerCase() === 'b') acts.markWouldBuy()
  else return false
  return true
}

const SCORE_KEYS = () => [
  { key: '0–5', does: m.voting_keys_scores() },
  { key: 'B', does: m.voting_keys_buy() },
  { key: 'P', does: m.voting_keys_pass() },
]
