import { useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { AnswerKeysHelp } from '#app/ui/answer-keys-help.tsx'
import { useAnswerKeys } from '#app/ui/use-answer-keys.ts'
import { useFocusOnNext } from '#app/ui/use-focus-on-next.ts'
import { SCORES } from '#app/voting/ballot.ts'
import { BallotPaper, LastActLine } from './ballot-paper.tsx'
import { BoothFrame } from './booth-frame.tsx'
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
    <BoothFrame
      contest={view.contest}
      progress={view.booth?.progress ?? null}
      holds={entry !== null}
      said={acts.said}
      errors={errors}
      inBar={
        <>
          <LastActLine slug={view.contest.slug} acts={acts} />
          {entry && <AnswerKeysHelp {...keys} keys={SCORE_KEYS()} />}
        </>
      }
    >
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
    </BoothFrame>
  )
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
