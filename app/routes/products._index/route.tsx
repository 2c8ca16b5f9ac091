import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { links } from '#app/http/links.ts'
import { findViewer } from '#app/http/viewer.server.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { listProducts } from '#app/production/products.server.ts'
import { byline } from '#app/ui/byline.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Picture } from '#app/ui/picture.tsx'

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, { title: m.products_title() })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await findViewer(context, request)
  return { products: await listProducts(context.db, viewer, context.clock()) }
}

export default function Products() {
  const { products } = useLoaderData<typeof loader>()
  return (
    <Page width="wide" title={m.products_title()} lead={m.products_lead()}>
      {products.length === 0 ? (
        <EmptyState icon="tag" title={m.products_empty_title()}>
          {m.products_empty_text()}{' '}
          <Link to={links.production()} className="link">
            {m.production_title()}
          </Link>
        </EmptyState>
      ) : (
        <ul className="grid gap-x-8 gap-y-14 sm:grid-cols-2">
          {products.map((product) => (
            <li key={product.slug} className="group">
              <Link to={links.product(product.slug)}>
                {product.picture && <Picture picture={product.picture} sizes="(min-width: 40rem) 50vw, 100vw" />}
                <span className="mt-4 block font-serif text-2xl group-hover:text-accent">{product.name}</span>
              </Link>
              <p className="text-quiet">
                {m.products_designed_by()} {byline(product.entry.authors)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
