import { links } from '#app/http/links.ts'
import type { Typed } from '#app/http/read-form.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { FinalistRoom } from '#app/jury/finalist-room.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DuelAnswerLine } from '#app/ui/duel-answer-line.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { OrderTable } from '#app/ui/order-table.tsx'
import { PanelOrderView } from '#app/ui/panel-order-view.tsx'
import { Section } from '#app/ui/section.tsx'
import { FinalistTable } from './finalist-table.tsx'

type Props = { slug: string; room: FinalistRoom; sitting: boolean; goOn: boolean; typed: Typed }

/** Two finalists on the table, then what came of it: one's own order, the panel's, and every answer, to be changed. */
export function Room({ slug, room, sitting, goOn, typed }: Props) {
  const { progress, own, panel, finalists, answers } = room
  const saidEnough = progress.compared >= progress.enough
  return (
    <>
      {sitting && room.judgeable > 1 && room.exposed && (
        <Notice tone="info">
          {room.exposed === 'to-the-other' ? m.jury_finalists_exposed_other() : m.jury_finalists_exposed_alone()}
        </Notice>
      )}
      <OnTheTable slug={slug} room={room} sitting={sitting} goOn={goOn} />
      {own && (
        <Section title={m.jury_finalists_own()} lead={saidEnough ? undefined : m.jury_finalists_own_so_far()}>
          <OrderTable
            caption={m.jury_finalists_own()}
            lines={own}
            finalists={finalists}
            to={(id) => links.verdict(slug, id)}
          />
        </Section>
      )}
      {panel && room.judgeable > 1 && (
        <Section title={m.jury_panel_order_title()} lead={m.jury_panel_order_lead()} id="panel">
          <PanelOrderView state={panel} finalists={finalists} to={(id) => links.verdict(slug, id)} />
        </Section>
      )}
      {answers.length > 0 && (
        <Section title={m.jury_finalists_answers()} lead={sitting ? answersLead(room) : undefined}>
          <ul>
            {answers.map(({ first, second, answer }) => {
              const chosen = typed.first === first && typed.second === second ? typed.answer : answer
              return (
                <DuelAnswerLine
                  key={`${first} ${second} ${answer}`}
                  id={`duel-${first}-${second}`}
                  first={sideOf(first)}
                  second={sideOf(second)}
                  answer={answer}
                  chosen={chosen}
                  fields={sitting ? { first, second } : undefined}
                />
              )
            })}
          </ul>
        </Section>
      )}
    </>
  )

  function sideOf(entryId: string) {
    const { title = '', picture = null } = finalists.find((finalist) => finalist.entryId === entryId) ?? {}
    return { title, picture, to: links.verdict(slug, entryId) }
  }
}

/** Among three or more no single answer can be worked out from the joint order; of two or one, it can. */
function answersLead({ exposed }: FinalistRoom): string {
  return exposed ? m.jury_finalists_answers_lead_exposed() : m.jury_finalists_answers_lead()
}

function OnTheTable({ slug, room, sitting, goOn }: Omit<Props, 'typed'>) {
  const { progress, duel, judgeable, finalists } = room
  if (judgeable < 2)
    return (
      <EmptyState icon="scales" title={m.jury_finalists_too_few_title()}>
        {finalists.length < 2 ? m.jury_finalists_too_few() : m.jury_finalists_too_few_yours()}
      </EmptyState>
    )
  if (!sitting) return <EmptyState icon="scales">{m.jury_finalists_decided()}</EmptyState>
  if (duel && (goOn || progress.compared < progress.enough))
    return <FinalistTable slug={slug} duel={duel} progress={progress} goOn={goOn} />
  const asksNew = progress.compared < progress.pairs
  return (
    <EmptyState
      icon="scales"
      title={duel ? m.jury_finalists_enough_title() : m.jury_finalists_all_title()}
      act={
        duel && (
          <ButtonLink to={links.finalistsGoOn(slug)}>
            {asksNew ? m.jury_finalists_go_on() : m.jury_finalists_swap()}
          </ButtonLink>
        )
      }
    >
      {duel ? (asksNew ? m.jury_finalists_enough_more() : m.jury_finalists_enough_swap()) : m.jury_finalists_all()}
    </EmptyState>
  )
}
