import { Link, useActionData } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { AnswerKeysHelp } from '#app/ui/answer-keys-help.tsx'
import { ANSWER_KEYS, answerOfKey } from '#app/ui/duel-keys.tsx'
import { useAnswerKeys } from '#app/ui/use-answer-keys.ts'
import { useFocusOnNext } from '#app/ui/use-focus-on-next.ts'
import { BoothFrame } from './booth-frame.tsx'
import { BoothState } from './booth-states.tsx'
import type { BoothAnswer, BoothView } from './booth-view.server.ts'
import { DuelState } from './duel-states.tsx'
import { DuelTable } from './duel-table.tsx'
import { answerInWords, type DuelActs, useDuels } from './use-duels.ts'

/** The booth of a contest whose brief asks "which of these two?". */
export function DuelBooth({ loaded }: { loaded: BoothView }) {
  const refused = useActionData<BoothAnswer>()
  const acts = useDuels(loaded)
  const keys = useAnswerKeys((key) => press(acts, key))
  const { view, duel } = acts
  const { duels, contest } = view
  const errors = { ...refused?.errors, ...acts.errors }
  useFocusOnNext(String(duel?.number ?? view.whyNot ?? 'none'))
  return (
    <BoothFrame
      contest={contest}
      progress={duels?.progress ?? null}
      holds={duel !== null}
      said={acts.said}
      errors={errors}
      inBar={
        <>
          {acts.last?.answer && (
            <p className="hidden max-w-md truncate text-quiet lg:block">
              {answerInWords(acts.last)}{' '}
              <Link to={`${links.ballot(contest.slug)}#duel-${acts.last.duel.number}`} className="link">
                {m.voting_change_last()}
              </Link>
            </p>
          )}
          {duel && <AnswerKeysHelp {...keys} keys={DUEL_KEYS()} />}
        </>
      }
    >
      {duel ? (
        <DuelTable slug={contest.slug} duel={duel} acts={acts} errors={errors} typed={refused?.typed ?? {}} />
      ) : duels ? (
        <DuelState contest={contest} booth={duels} challenge={view.challenge} />
      ) : (
        <BoothState view={view} />
      )}
    </BoothFrame>
  )
}

function press(acts: DuelActs, key: string): boolean {
  if (!acts.duel) return false
  const answer = answerOfKey(key)
  if (answer) acts.answer(answer)
  else if (key.toLowerCase() === 'p') acts.pass()
  else return false
  return true
}

const DUEL_KEYS = () => [...ANSWER_KEYS(), { key: 'P', does: m.voting_keys_pass() }]
