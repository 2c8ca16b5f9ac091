import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { absolute, links } from '#app/http/links.ts'
import { notFound } from '#app/http/respond.server.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { findProduct } from '#app/production/products.server.ts'
import { listNotes } from '#app/production/run-notes.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { byline } from '#app/ui/byline.ts'
import { Facts } from '#app/ui/facts.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import { Makers } from './makers.tsx'
import { Road } from './road.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: data.product.name },
        { property: 'og:title', content: `${data.product.name}, ${byline(data.product.entry.authors)}` },
        ...(data.shareImage ? [{ property: 'og:image', content: data.shareImage }] : []),
      ]
    : []

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await findViewer(context, request)
  const product = await findProduct(context.db, params.slug ?? '', viewer, context.clock())
  if (!product) throw notFound()
  // Everybody sees the same page here: of the notes, the public ones.
  const notes = await listNotes(context.db, product.runId, null)
  const { picture } = product
  return {
    product,
    road: notes.reverse().filter(({ pictures }) => pictures.length > 0),
    shareImage: picture && absolute(context.config.publicOrigin, links.rendition(picture.id, 'share.jpg')),
  }
}

export default function ProductPage() {
  const { product, road } = useLoaderData<typeof loader>()
  const { picture, entry, contest, royaltyBasisPoints } = product
  return (
    <article className="gutter mx-auto w-full max-w-wide pt-8 pb-24 md:pt-12">
      {picture && <Picture picture={picture} eager sizes="100vw" className="max-h-[80vh] object-contain" />}
      <header className="mt-10">
        <p className="text-lg">{product.name}</p>
        <h1 className="sr-only">
          {product.name}, {m.products_designed_by()} {byline(entry.authors)}
        </h1>
        <p className="label-caps mt-6 text-quiet">{m.products_designed_by()}</p>
        <Makers authors={entry.authors ?? []} />
      </header>
      <div className="mt-14 grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div>
          {product.story !== '' && (
            <Section title={m.products_story()}>
              <Prose markdown={product.story} topHeading={3} />
            </Section>
          )}
        </div>
        <aside>
          <Facts
            items={[
              product.price !== '' && { term: m.products_price(), detail: product.price },
              {
                term: m.products_launched(),
                detail: <Moment at={product.launchedAt} zone={contest.zone} precision="day" />,
              },
              {
                term: m.products_votes_label(),
                detail: `${m.products_votes({ count: product.ballots })}. ${m.products_place({ place: product.place })}`,
              },
              royaltyBasisPoints > 0 && { term: m.products_royalty(), detail: `${royaltyBasisPoints / 100} %` },
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
            {product.shopUrl !== '' && (
              <a href={product.shopUrl} rel="noopener" className="link font-medium">
                {m.products_buy()}
              </a>
            )}
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
