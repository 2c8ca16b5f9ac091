import type { ReactNode } from 'react'
import type { Brief } from '#app/contests/brief.ts'
import { rightsInWords } from '#app/contests/rights.ts'
import { intlTag } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import { BriefFacts } from './brief-facts.tsx'
import type { BriefHtml } from './brief-html.ts'
import { headFrame, headRatioFree } from './head-ratio.ts'
import { HowDecided } from './how-decided.tsx'
import { Icon } from './icon.tsx'
import { Monogram } from './monogram.tsx'
import { Picture } from './picture.tsx'
import { Prose } from './prose.tsx'

export type ArticlePerson = { name: string; mayClose: boolean }

type Props = {
  brief: Brief
  /** Its Markdown, printed by briefHtml. */
  html: BriefHtml
  /** A node where the picture is not kept yet, as while it is being chosen. */
  head: PictureView | ReactNode
  panel: readonly ArticlePerson[]
  /** 1 on the brief's own page, 2 where the article stands beside its form. */
  level?: 1 | 2
  /** Between the head and the text: the rail and what can be done now. */
  rail?: ReactNode
  /** After everything: the calendar. */
  children?: ReactNode
}

/** A brief as a magazine article. It asks its own box for its width, not the window, because it also stands in a preview. */
export function BriefArticle({ brief, html, head, panel, level = 1, rail, children }: Props) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <article className="@container">
      <header className="flex flex-col gap-x-16 gap-y-8 @4xl:grid @4xl:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] @4xl:items-end">
        <div className="@4xl:order-2">
          <Head head={head} />
        </div>
        <div>
          <p className="label-caps mb-4 text-quiet">
            {brief.product ? m.contests_brief_kicker({ product: brief.product }) : m.contests_brief()}
          </p>
          <Title className="max-w-[16ch] text-4xl @2xl:text-5xl @6xl:text-6xl">{brief.title}</Title>
          {brief.summary && <p className="mt-6 max-w-text font-serif text-lg @6xl:text-xl">{brief.summary}</p>}
        </div>
      </header>
      {rail && <div className="mt-10">{rail}</div>}
      <div className="mt-12 grid gap-x-16 gap-y-12 @4xl:mt-16 @4xl:grid-cols-[minmax(0,1fr)_20rem]">
        {html.brief ? <Prose html={html.brief} /> : <NotYet />}
        <div className="space-y-10">
          <Part level={level} title={m.contests_what_you_get()}>
            {html.prizes ? <Prose html={html.prizes} /> : <NotYet />}
          </Part>
          <Part level={level} title={m.contests_what_to_draw()}>
            <BriefFacts brief={brief} />
          </Part>
        </div>
      </div>
      <Part level={level} title={m.contests_rights_title()} wide>
        <Rights brief={brief} terms={html.rightsTerms} />
      </Part>
      <Part level={level} title={m.contests_decided_title()} wide>
        <HowDecided method={brief.method} quorum={brief.quorum} jurors={panel.length} candidates={brief.candidates} />
      </Part>
      <Part level={level} title={m.contests_panel_title()} wide>
        {panel.length > 0 ? <Panel panel={panel} /> : <NotYet />}
      </Part>
      {children}
    </article>
  )
}

function Head({ head }: { head: PictureView | ReactNode }) {
  if (isPicture(head)) {
    return (
      <div className="w-full overflow-hidden bg-sunken @4xl:ml-auto" style={headFrame(head)}>
        <Picture
          picture={head}
          fill="cover"
          boxRatio={headRatioFree(head)}
          eager
          sizes="(min-width: 104rem) 56rem, (min-width: 60rem) 55vw, 100vw"
        />
      </div>
    )
  }
  return (
    <div className="flex aspect-[3/2] w-full items-center justify-center overflow-hidden bg-sunken">
      {head ?? <Icon name="picture" className="size-10! text-quiet" />}
    </div>
  )
}

function isPicture(head: PictureView | ReactNode): head is PictureView {
  return typeof head === 'object' && head !== null && 'blur' in head
}

type PartProps = { level: 1 | 2; title: string; wide?: boolean; children: ReactNode }

function Part({ level, title, wide = false, children }: PartProps) {
  const Heading = level === 1 ? 'h2' : 'h3'
  return (
    <section className={wide ? 'mt-16 border-line border-t pt-5' : ''}>
      <Heading className={wide ? 'mb-8 text-2xl' : 'mb-4 text-xl'}>{title}</Heading>
      {children}
    </section>
  )
}

function Rights({ brief, terms }: { brief: Brief; terms: string }) {
  return (
    <>
      <ol className="grid gap-x-12 gap-y-8 @3xl:grid-cols-3">
        {rightsInWords(brief, intlTag()).map((sentence, index) => (
          <li key={sentence} className="flex gap-4">
            <span aria-hidden="true" className="font-serif text-3xl text-accent leading-none">
              {index + 1}
            </span>
            <p className="text-lg leading-snug">{sentence}</p>
          </li>
        ))}
      </ol>
      {terms && (
        <details className="group mt-8">
          <summary className="inline-flex min-h-11 items-center gap-2 font-medium text-sm">
            <Icon name="chevron" className="-rotate-90 transition-transform group-open:rotate-0" />
            {m.contests_rights_full()}
          </summary>
          <Prose html={terms} size="small" className="mt-3 border-line border-l pl-5" />
        </details>
      )}
    </>
  )
}

function Panel({ panel }: { panel: readonly ArticlePerson[] }) {
  return (
    <ul className="flex flex-wrap gap-x-12 gap-y-6">
      {panel.map(({ name, mayClose }) => (
        <li key={name} className="flex items-center gap-4">
          <Monogram name={name} size="large" />
          <span>
            <span className="block font-serif text-lg">{name}</span>
            {mayClose && <span className="block text-quiet text-sm">{m.contests_panel_signs()}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

function NotYet() {
  return <p className="text-quiet italic">{m.contests_not_written_yet()}</p>
}
