import type { MetaFunction } from '@remix-run/node'
import type { ReactNode } from 'react'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { BallotDiagram } from './ballot-diagram.tsx'
import { CentringDiagram } from './centring-diagram.tsx'
import { DuelDiagram } from './duel-diagram.tsx'
import { LadderDiagram } from './ladder-diagram.tsx'
import { ProductionDiagram } from './production-diagram.tsx'
import { SealDiagram } from './seal-diagram.tsx'
import { StampsDiagram } from './stamps-diagram.tsx'

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, { title: m.about_title(), description: m.about_lead() })

export default function HowItWorks() {
  return (
    <Page title={m.about_title()} lead={m.about_lead()}>
      <ol className="border-line border-b">
        <Step number={1} title={m.about_brief_title()} text={m.about_brief_text()} />
        <Step number={2} title={m.about_enter_title()} text={m.about_enter_text()} />
        <Step number={3} title={m.about_vote_title()} text={m.about_vote_text()} more={m.about_duels_text()}>
          <BallotDiagram />
          <div className="mt-12">
            <DuelDiagram />
          </div>
        </Step>
        <Step number={4} title={m.about_seal_title()} text={m.about_seal_text()}>
          <SealDiagram />
        </Step>
        <Step number={5} title={m.about_count_title()} text={m.about_count_text()} more={m.about_count_duels()}>
          <CentringDiagram />
        </Step>
        <Step number={6} title={m.about_desk_title()} text={m.about_desk_text()} />
        <Step number={7} title={m.about_jury_title()} text={m.about_jury_text()} more={m.about_jury_duels()}>
          <StampsDiagram />
        </Step>
        <Step number={8} title={m.about_decision_title()} text={m.about_decision_text()}>
          <LadderDiagram />
        </Step>
        <Step number={9} title={m.about_answer_title()} text={m.about_answer_text()} />
        <Step number={10} title={m.about_made_title()} text={m.about_made_text()}>
          <ProductionDiagram />
        </Step>
      </ol>
      <p className="mt-12 flex flex-wrap gap-3">
        <ButtonLink to={links.contests()} look="primary">
          {m.about_see_contests()}
        </ButtonLink>
        <ButtonLink to={links.production()}>{m.about_see_production()}</ButtonLink>
      </p>
    </Page>
  )
}

type StepProps = { number: number; title: string; text: string; more?: string; children?: ReactNode }

function Step({ number, title, text, more, children }: StepProps) {
  return (
    <li className="grid gap-x-12 gap-y-8 border-line border-t py-10 md:grid-cols-[4rem_minmax(0,1fr)_minmax(0,26rem)] md:py-14">
      <span aria-hidden="true" className="font-serif text-4xl text-quiet leading-none">
        {number}
      </span>
      <div className="-mt-4 max-w-text md:mt-0">
        <h2 className="mb-3 text-xl md:text-2xl">{title}</h2>
        <p>{text}</p>
        {more && <p className="mt-4">{more}</p>}
      </div>
      {children && <div className="w-full max-w-sm self-center">{children}</div>}
    </li>
  )
}
