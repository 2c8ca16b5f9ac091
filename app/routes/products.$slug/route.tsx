import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { formatPercent } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PictureView } from '#app/images/picture.ts'
import { findProductCard } from '#app/production/product-cards.server.ts'
import { findProduct } from '#app/production/products.server.ts'
import { listNotes } from '#app/production/run-notes.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { byline } from '#app/ui/byline.ts'
import { Facts } from '#app/ui/facts.tsx'
import { renderMarkdown } from '#app/ui/markdown.ts'
import { Moment } from '#app/ui/moment.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Picture } from '#app/ui/picture.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import { Makers } from './makers.tsx'
import { Road } from './road.tsx'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: data && `${data.product.name}, ${byline(data.product.entry.authors)}`,
    description: data?.product.story,
    picture: data?.product.picture,
    card: data?.card ? { address: data.card, alt: data.product.picture?.alt ?? '' } : null,
    kind: 'product',
  })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(context, request)
  const product = await findProduct(context.db, params.slug ?? '', viewer, context.clock())
  if (!product) throw notFound()
  // Everybody sees the same page here: of the notes, the public ones.
  const notes = await listNotes(context.db, product.runId, null)
  const card = await findProductCard(context.db, product.slug, context.config.brandName)
  return {
    product,
    card: card && links.productCard(product.slug, card.digest),
    story: renderMarkdown(product.story, { topHeading: 3 }),
    road: notes.reverse().filter(({ pictures }) => pictures.length > 0),
  }
}

export default function ProductPage() {
  const { product, story, road } = useLoaderData<typeof loader>()
  const { picture, entry, contest, royaltyBasisPoints } = product
  return (
    <article className="gutter mx-auto w-full max-w-wide pt-8 pb-24 md:pt-12">
      <div className={isWide(picture) ? '' : 'items-end gap-x-16 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]'}>
        {picture && (
          <div style={{ maxWidth: `calc(85vh * ${picture.width / picture.height})` }}>
            <Picture
              picture={picture}
              eager
              sizes={isWide(picture) ? '100vw' : '(min-width: 104rem) 46rem, (min-width: 64rem) 50vw, 100vw'}
            />
          </div>
        )}
        <header className={isWide(picture) ? 'mt-10' : 'mt-10 lg:mt-0'}>
          <h1 className="text-2xl">{product.name}</h1>
          <p className="label-caps mt-8 mb-2 text-quiet">{m.products_designed_by()}</p>
          <Makers authors={entry.authors ?? []} />
          {product.shopUrl !== '' && (
            <p className="mt-10 flex flex-wrap items-center gap-x-6 gap-y-3">
              <ButtonLink look="primary" size="large" to={product.shopUrl}>
                {m.products_buy()}
              </ButtonLink>
              {product.price !== '' && <span className="font-serif text-2xl tabular-nums">{product.price}</span>}
            </p>
          )}
        </header>
      </div>
      <div className="mt-14 grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          {story !== '' && (
            <Section title={m.products_story()}>
              <Prose html={story} />
            </Section>
          )}
        </div>
        <aside>
          <Facts
            items={[
              product.shopUrl === '' && product.price !== '' && { term: m.products_price(), detail: product.price },
              {
                term: m.products_launched(),
                detail: <Moment at={product.launchedAt} zone={contest.zone} precision="day" />,
              },
              {
                term: m.products_votes_label(),
                detail: `${m.products_votes({ count: product.ballots })}. ${m.products_place({ place: product.place })}`,
              },
              royaltyBasisPoints > 0 && {
                term: m.products_royalty(),
                detail: formatPercent(royaltyBasisPoints / 10_000, 2),
              },
              {
                term: m.products_contest(),
                detail: (
                  <Link to={links.contest(contest.slug)} className="link">
                    {contest.title}
                  </Link>
                ),
              },
            ]}
          />
          <div className="mt-6 flex flex-wrap gap-3">
            <ButtonLink to={links.result(contest.slug)}>{m.products_result()}</ButtonLink>
            <ButtonLink to={links.run(product.runId)}>{m.products_run()}</ButtonLink>
          </div>
        </aside>
      </div>
      <Section title={m.products_road()}>
        <Road entry={entry} notes={road} zone={contest.zone} />
      </Section>
    </article>
  )
}

/** A tall picture leaves room beside it for the names; a wide one takes the page. */
function isWide(picture: PictureView | null): boolean {
  return picture === null || picture.width > picture.height * 1.2
}
