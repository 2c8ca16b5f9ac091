import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { phaseAt } from '#app/contests/schedule.ts'
import { maySee } from '#app/contests/seal.ts'
import { requireSeat } from '#app/http/jury-guard.server.ts'
import { links } from '#app/http/links.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { formRefused, notFound, redirectWithFlash, refuse } from '#app/http/respond.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { findDocketEntry } from '#app/jury/docket-entry.server.ts'
import { giveVerdict } from '#app/jury/give-verdict.server.ts'
import { verdictSchema } from '#app/jury/verdict.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Picture } from '#app/ui/picture.tsx'
import { Points } from '#app/ui/points.tsx'
import { PrintMeter } from '#app/ui/print-meter.tsx'
import { Section } from '#app/ui/section.tsx'
import { Zoom } from '#app/ui/zoom.tsx'
import { EntryWords } from './entry-words.tsx'
import { OtherVerdicts } from './other-verdicts.tsx'
import { VerdictForm } from './verdict-form.tsx'

export const handle = { surround: 'lamp' } satisfies PageHandle

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.docket.line.entry.title ?? m.jury_verdict_title() })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { viewer, facts } = await requireSeat(context, request, params.slug)
  const now = context.clock()
  const docket = await findDocketEntry(context.db, { facts, viewer, entryId: params.entryId ?? '' }, now)
  if (!docket) throw notFound()
  const { slug, title } = facts.contest
  return {
    ...{ docket, slug, contestTitle: title },
    sitting: phaseAt(facts.schedule, now) === 'jury',
    originalsOpen: maySee(viewer, 'originals', facts, now),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { viewer, facts } = await requireSeat(context, request, params.slug)
  const form = await readForm(request, verdictSchema)
  if (!form.ok) return formRefused(form)
  const now = context.clock()
  const entryId = params.entryId ?? ''
  const given = await giveVerdict(context.db, { entryId, jurorId: viewer.id, verdict: form.value }, now)
  if (!given.ok) return refuse(given.refusal, { typed: form.typed })
  const docket = await findDocketEntry(context.db, { facts, viewer, entryId }, now)
  const title = docket?.line.entry.title ?? ''
  return redirectWithFlash(links.verdict(facts.contest.slug, entryId), m.jury_verdict_given({ title }))
}

export default function DocketEntryPage() {
  const { docket, slug, contestTitle, sitting, originalsOpen } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { line, words, questions, artworks, print, others, previous, next } = docket
  const { entry, standing, mine, recused } = line
  return (
    <Page
      width="wide"
      kicker={`${contestTitle}, ${m.jury_place({ place: standing.place })}`}
      title={entry.title}
      back={{ to: links.juryRoom(slug), label: m.jury_room_title() }}
      actions={<Neighbours slug={slug} previous={previous} next={next} />}
      aside={
        <div className="lg:sticky lg:top-6">
          <div className="mb-6">
            <p className="mb-1 text-quiet text-sm">{m.jury_verdict_crowd({ count: standing.scores })}</p>
            <Points points={standing.points} low={standing.low} high={standing.high} />
          </div>
          {recused ? (
            <Notice tone="sealed">{m.jury_room_recused()}</Notice>
          ) : (
            <VerdictForm mine={mine} sitting={sitting} refusal={refusal ?? null} />
          )}
          {(others !== null || !recused) && <OtherVerdicts others={others} />}
        </div>
      }
    >
      <div className="space-y-6">
        {artworks.map(({ id, picture, print: printFacts }, index) => (
          <figure key={id}>
            <Picture picture={picture} eager={index === 0} sizes="(min-width: 64rem) 60vw, 100vw" />
            <figcaption className="mt-2 flex flex-wrap justify-between gap-4 text-quiet text-sm">
              <span>{picture.alt}</span>
              {originalsOpen ? (
                <a href={links.original(picture.id)} className="link">
                  {m.jury_verdict_original()}
                </a>
              ) : (
                <Zoom
                  picture={picture}
                  alt={picture.alt || m.entries_alt_unwritten({ title: entry.title })}
                  className="link"
                >
                  {m.jury_verdict_large()}
                </Zoom>
              )}
            </figcaption>
            <div className="mt-3">
              <PrintMeter picture={picture} facts={printFacts} wish={print} />
            </div>
          </figure>
        ))}
      </div>
      {!originalsOpen && <p className="mt-3 text-quiet text-sm">{m.jury_verdict_original_later()}</p>}
      <Section title={m.jury_verdict_story()}>
        <EntryWords words={words} questions={questions} />
      </Section>
    </Page>
  )
}

function Neighbours({ slug, previous, next }: { slug: string; previous: string | null; next: string | null }) {
  return (
    <nav className="flex gap-6 text-sm" aria-label={m.jury_verdict_neighbours()}>
      {previous && (
        <Link to={links.verdict(slug, previous)} className="inline-flex items-center gap-2 hover:text-accent">
          <Icon name="back" /> {m.jury_verdict_previous()}
        </Link>
      )}
      {next && (
        <Link
          to={links.verdict(slug, next)}
          prefetch="render"
          className="inline-flex items-center gap-2 hover:text-accent"
        >
          {m.jury_verdict_next()} <Icon name="arrow" />
        </Link>
      )}
    </nav>
  )
}
