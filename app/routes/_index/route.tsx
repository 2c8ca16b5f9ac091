import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'

export function loader({ context }: LoaderFunctionArgs) {
  return { brandName: context.config.brandName }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.brandName }]

export default function Home() {
  const { brandName } = useLoaderData<typeof loader>()
  return (
    <main>
      <h1>{brandName}</h1>
      <p>{m.ui_home_welcome()}</p>
    </main>
  )
}
