import { Form, Link, useNavigation, useSubmit } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { FinalistRoom, TabledFinalist } from '#app/jury/finalist-room.server.ts'
import { AnswerKeysHelp } from '#app/ui/answer-keys-help.tsx'
import { ANSWER_KEYS, answerOfKey, DuelKeys } from '#app/ui/duel-keys.tsx'
import { PictureStrip } from '#app/ui/picture-strip.tsx'
import { DUEL_ROOM } from '#app/ui/strip-room.ts'
import { useAnswerKeys } from '#app/ui/use-answer-keys.ts'
import { useFocusOnNext } from '#app/ui/use-focus-on-next.ts'
import { DUEL_ANSWERS } from '#app/voting/duel.ts'

type Props = {
  slug: string
  duel: NonNullable<FinalistRoom['duel']>
  progress: FinalistRoom['progress']
  goOn: boolean
}

/** Two finalists side by side, one above the other where it is narrow, and three keys. */
export function FinalistTable({ slug, duel, progress, goOn }: Props) {
  const { first, second, swapped } = duel
  const submit = useSubmit()
  const { state, formData } = useNavigation()
  const busy = state !== 'idle'
  const action = goOn ? links.finalistsGoOn(slug) : links.finalists(slug)
  const keys = useAnswerKeys((key) => {
    const answer = answerOfKey(key)
    if (!answer) return false
    if (!busy) submit({ first: first.id, second: second.id, answer }, { method: 'post', action })
    return true
  })
  useFocusOnNext(`${first.id} ${second.id}`, toTheTable)
  const sent = formData?.get('first') === first.id && formData.get('second') === second.id
  const pressed = (sent && DUEL_ANSWERS.find((answer) => answer === formData.get('answer'))) || null
  return (
    <section id="table" aria-labelledby="booth-heading" className="scroll-mt-4">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
        <h2 id="booth-heading" tabIndex={-1} className="text-xl outline-none">
          {m.voting_duel_question()}
          <span className="sr-only"> {m.voting_duel_legend({ first: first.title, second: second.title })}</span>
        </h2>
        <div className="flex flex-wrap items-center gap-x-6 text-quiet text-sm">
          <p>
            {swapped
              ? m.jury_finalists_swapped()
              : m.jury_finalists_progress({ count: progress.compared, of: goOn ? progress.pairs : progress.enough })}
          </p>
          <AnswerKeysHelp {...keys} keys={ANSWER_KEYS()} />
        </div>
      </div>
      <div className={`grid gap-x-10 gap-y-4 pb-6 lg:grid-cols-2 ${DUEL_ROOM.className}`}>
        {[first, second].map((finalist, side) => (
          <Contender key={finalist.id} slug={slug} finalist={finalist} side={side} />
        ))}
      </div>
      <Form method="post" action={action} className="sticky bottom-0 z-20 border-line border-t bg-paper py-3 lg:py-4">
        <input type="hidden" name="first" value={first.id} />
        <input type="hidden" name="second" value={second.id} />
        <DuelKeys first={first} second={second} pressed={pressed} busy={busy} />
      </Form>
    </section>
  )
}

/** Above it stand title and lead: from its heading on the table and its keys fit on a screen. */
function toTheTable(): void {
  document.getElementById('table')?.scrollIntoView()
}

function Contender({ slug, finalist, side }: { slug: string; finalist: TabledFinalist; side: number }) {
  return (
    <div className="min-w-0">
      <PictureStrip name={`picture-${side}`} pictures={finalist.pictures} room={DUEL_ROOM} />
      <div className="mt-2 flex flex-wrap items-baseline justify-between gap-x-4 lg:mt-4">
        <h3 className="min-w-0 text-lg lg:text-2xl">{finalist.title}</h3>
        <Link to={links.verdict(slug, finalist.id)} className="link text-sm">
          {m.jury_finalists_look()}
          <span className="sr-only">: {finalist.title}</span>
        </Link>
      </div>
    </div>
  )
}
