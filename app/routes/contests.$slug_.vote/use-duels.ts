import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { duelInWords } from '#app/ui/duel-answer-line.tsx'
import { DUEL_ROOM } from '#app/ui/strip-room.ts'
import type { DuelAnswer } from '#app/voting/duel.ts'
import type { BoothDuel } from '#app/voting/duel-booths.server.ts'
import type { BoothAnswer, BoothView } from './booth-view.server.ts'
import { useLoadAhead } from './use-load-ahead.ts'

interface LastDuel {
  duel: BoothDuel
  /** null: passed. */
  answer: DuelAnswer | null
}

/** The booth of a contest by duels once JavaScript runs: acts without leaving the page and shows what each answer brings. */
export function useDuels(loaded: BoothView) {
  const { slug } = loaded.contest
  const fetcher = useFetcher<BoothAnswer>()
  const marker = useFetcher<BoothAnswer>()
  const [view, setView] = useState(loaded)
  const [last, setLast] = useState<LastDuel | null>(null)
  useEffect(() => setView(loaded), [loaded])
  const answered = fetcher.data
  useEffect(() => {
    if (answered) setView(answered.view)
  }, [answered])
  const marked = marker.data
  useEffect(() => {
    if (marked) setView(marked.view)
  }, [marked])
  const duel = view.duels?.duel ?? null
  const ahead = view.duels?.ahead
  useLoadAhead(ahead?.first.pictures[0], DUEL_ROOM)
  useLoadAhead(ahead?.second.pictures[0], DUEL_ROOM)

  // The answer brings the next duel with it: what the router reads again after that keeps nobody from answering.
  const busy = fetcher.state === 'submitting'
  const send = (action: string, fields: Record<string, string>) =>
    fetcher.submit({ ...fields, via: 'booth' }, { method: 'post', action })
  const act = (answer: DuelAnswer | null) => {
    if (busy || !duel) return
    setLast({ duel, answer })
    const number = String(duel.number)
    if (answer) send(links.boothDuel(slug), { number, answer })
    else send(links.boothDuelPass(slug), { number })
  }

  return {
    view,
    duel,
    busy,
    /** What was pressed, while its answer is awaited. */
    pressed: busy && last?.duel.number === duel?.number ? (last?.answer ?? null) : null,
    last: last && last.duel.number !== duel?.number ? last : null,
    errors: { ...answered?.errors, ...marked?.errors },
    /** What a reader hears after an act; the question itself is read by the focus. */
    said: last && last.duel.number !== duel?.number ? sayLast(last, view) : '',
    answer: (answer: DuelAnswer) => act(answer),
    pass: () => act(null),
    markWouldBuy(entryId: string, wouldBuy: boolean) {
      const fields = { entryId, wouldBuy: wouldBuy ? 'yes' : 'no', via: 'booth' }
      marker.submit(fields, { method: 'post', action: links.boothBuy(slug) })
    },
  }
}

export type DuelActs = ReturnType<typeof useDuels>

/** An answer in words, for the line above and for readers. */
export function answerInWords({ duel, answer }: LastDuel): string {
  const [first, second] = [duel.first.title, duel.second.title]
  if (answer === null) return m.voting_duel_said_passed({ first, second })
  return duelInWords(first, second, answer)
}

function sayLast(last: LastDuel, { duels }: BoothView): string {
  const act = answerInWords(last)
  if (!duels) return act
  const { missing, given, gate } = duels.progress
  if (missing > 0) return `${act} ${m.voting_duel_progress_missing({ count: missing })}.`
  return given === gate && last.answer !== null ? `${act} ${m.voting_said_counts_now()}` : act
}
