import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { findPerson } from '#app/accounts/accounts.server.ts'
import { listEntriesOfDesigner } from '#app/entries/designer-entries.server.ts'
import { links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import { findWinners } from '#app/jury/wins.server.ts'
import { listProductsOf, type MadeProduct } from '#app/production/products.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { renderMarkdown } from '#app/ui/markdown.ts'
import { Moment } from '#app/ui/moment.tsx'
import { momentText } from '#app/ui/moment-text.ts'
import { Monogram } from '#app/ui/monogram.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import { EntriesWall } from './entries-wall.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const now = context.clock()
  const viewer = await findViewer(context, request)
  const person = await findPerson(context.db, params.handle ?? '')
  if (!person) throw notFound()
  const entries = await listEntriesOfDesigner(context.db, { designerId: person.id, viewer }, now)
  const winners = await findWinners(
    context.db,
    entries.map(({ id }) => id),
  )
  const products = await listProductsOf(context.db, person.id)
  const { name, bio, createdAt } = person
  return {
    products,
    person: { name, bio, createdAt },
    bio: renderMarkdown(bio),
    own: viewer?.id === person.id,
    won: entries.filter(({ id }) => winners.has(id)),
    others: entries.filter(({ id }) => !winners.has(id)),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data?.person.name, description: data?.person.bio, kind: 'profile' })

export default function PersonPage() {
  const { person, bio, own, won, others, products } = useLoaderData<typeof loader>()
  const since = momentText(person.createdAt, 'UTC', getLocale(), 'day')
  return (
    <div className="gutter mx-auto w-full max-w-wide pt-10 pb-24 md:pt-16">
      <header className="mb-12 grid gap-x-12 gap-y-8 md:mb-16 lg:grid-cols-[minmax(0,1fr)_minmax(0,32rem)] lg:items-end">
        <div className="flex items-start gap-6">
          <Monogram name={person.name} size="large" />
          <div className="min-w-0">
            <p className="label-caps text-quiet">{m.accounts_person_kicker()}</p>
            <h1 className="mt-1 text-4xl md:text-5xl">{person.name}</h1>
            <p className="mt-3 text-quiet text-sm">{m.accounts_person_since({ date: since })}</p>
            {own && (
              <div className="mt-4">
                <ButtonLink to={links.account()} size="small">
                  {m.accounts_person_edit()}
                </ButtonLink>
              </div>
            )}
          </div>
        </div>
        {bio && <Prose html={bio} />}
      </header>
      {products.length > 0 && (
        <Section title={m.accounts_person_made()}>
          <Made products={products} />
        </Section>
      )}
      {won.length > 0 && (
        <Section title={m.accounts_person_won()}>
          <EntriesWall entries={won} size="large" label={m.accounts_person_won()} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={m.accounts_person_entries()}>
          <EntriesWall entries={others} size="normal" label={m.accounts_person_entries()} />
        </Section>
      )}
      {won.length + others.length === 0 && <EmptyState>{m.accounts_person_entries_none()}</EmptyState>}
    </div>
  )
}

function Made({ products }: { products: MadeProduct[] }) {
  return (
    <ul>
      {products.map(({ slug, name, launchedAt }) => (
        <li key={slug} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-2">
          <Link to={links.product(slug)} className="font-serif text-2xl hover:text-accent">
            {name}
          </Link>
          <Moment at={launchedAt} precision="day" className="text-quiet text-sm" />
        </li>
      ))}
    </ul>
  )
}
