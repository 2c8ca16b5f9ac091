import { useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { links } from '#app/http/links.ts'
import type { ScoreAnswer } from '#app/http/score-answer.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { BALLOT_ROOM } from '#app/ui/strip-room.ts'
import { useBeforePaint } from '#app/ui/use-before-paint.ts'
import type { Score } from '#app/voting/ballot.ts'
import type { BoothAnswer, BoothView } from './booth-view.server.ts'
import { useLoadAhead } from './use-load-ahead.ts'

/** The last thing this voter did here, so that a slip of the finger can be mended. */
export interface LastAct {
  entryId: string
  title: string
  score: Score | null
}

/** The booth once JavaScript runs: acts without leaving the page and shows what each answer brings. */
export function useBooth(loaded: BoothView) {
  const { slug } = loaded.contest
  const fetcher = useFetcher<BoothAnswer>()
  const looker = useFetcher<BoothView>()
  const marker = useFetcher<BoothAnswer>()
  const [view, setView] = useState(loaded)
  const [last, setLast] = useState<LastAct | null>(null)
  const [scoring, setScoring] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  useEffect(() => setView(loaded), [loaded])
  const answer = fetcher.data
  useEffect(() => {
    if (answer) setView(answer.view)
  }, [answer])
  const looked = looker.data
  const awaited = useRef(false)
  useBeforePaint(() => {
    if (!looked) return
    // A look may know a score whose answer is still on its way: the next design is shown with that answer, when it can be scored.
    setView((before) => (awaited.current && looked.booth?.entry?.id !== before.booth?.entry?.id ? before : looked))
  }, [looked])
  const entry = view.booth?.entry ?? null
  useLoadAhead(view.booth?.ahead?.pictures[0], BALLOT_ROOM)

  const busy = scoring || fetcher.state === 'submitting'
  const send = (action: string, fields: Record<string, string>) =>
    fetcher.submit({ ...fields, via: 'booth' }, { method: 'post', action })
  const said = marker.formData?.get('entryId') === entry?.id ? marker.formData?.get('wouldBuy') : undefined
  const marked = marker.data?.view.booth?.entry
  const wouldBuy = said
    ? said === 'yes'
    : marked && marked.id === entry?.id
      ? marked.wouldBuy
      : (entry?.wouldBuy ?? false)

  return {
    view,
    busy,
    last,
    wouldBuy,
    errors: { ...(refusal && { '': [refusal] }), ...(answer?.errors ?? marker.data?.errors) },
    /** What a reader hears after an act; the title of the next design is read by the focus. */
    said: sayLast(last, view),
    async score(score: Score) {
      if (busy || !entry) return
      setLast({ entryId: entry.id, title: entry.title, score })
      setScoring(true)
      awaited.current = true
      const scored = await sendScore(slug, { entryId: entry.id, score: String(score) })
      awaited.current = false
      setScoring(false)
      setRefusal('sentence' in scored ? scored.sentence : null)
      if ('entryId' in scored) setView((before) => afterScore(before, scored.entryId))
      // What was shown ahead may have changed, and there is something new to load ahead.
      looker.load(links.booth(slug))
    },
    pass() {
      if (busy || !entry) return
      setRefusal(null)
      setLast({ entryId: entry.id, title: entry.title, score: null })
      send(links.boothPass(slug), { entryId: entry.id })
    },
    markWouldBuy() {
      if (!entry) return
      const fields = { entryId: entry.id, wouldBuy: wouldBuy ? 'no' : 'yes', via: 'booth' }
      marker.submit(fields, { method: 'post', action: links.boothBuy(slug) })
    },
  }
}

/** The booth's own way to score (app/http/score-door.server.ts), past the page. */
async function sendScore(slug: string, fields: { entryId: string; score: string }): Promise<ScoreAnswer> {
  try {
    const headers = { 'Content-Type': 'application/json' }
    const answer = await fetch(links.boothScore(slug), { method: 'POST', headers, body: JSON.stringify(fields) })
    if (!answer.headers.get('Content-Type')?.startsWith('application/json'))
      return { sentence: m.voting_score_not_sent() }
    return await answer.json()
  } catch {
    return { sentence: m.voting_score_not_sent() }
  }
}

/** When the queue handed what was loaded ahead, it is there at once; else the page that is being loaded brings it. */
function afterScore(view: BoothView, entryId: string | null): BoothView {
  const { booth } = view
  if (!booth || booth.ahead === null || booth.ahead.id !== entryId) return view
  const { given, missing, ...rest } = booth.progress
  const progress = { ...rest, given: given + 1, missing: Math.max(0, missing - 1) }
  return { ...view, booth: { ...booth, entry: booth.ahead, ahead: null, progress } }
}

export type BoothActs = ReturnType<typeof useBooth>

function sayLast(last: LastAct | null, { booth }: BoothView): string {
  if (!last || booth?.entry?.id === last.entryId) return ''
  const { title, score } = last
  const act = score === null ? m.voting_said_passed({ title }) : m.voting_said_scored({ title, score })
  if (!booth) return act
  const { missing, given, gate } = booth.progress
  if (missing > 0) return `${act} ${m.voting_progress_missing({ missing })}.`
  return given === gate && score !== null ? `${act} ${m.voting_said_counts_now()}` : act
}
