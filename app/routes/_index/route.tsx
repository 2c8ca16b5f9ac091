import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findViewer } from '#app/http/viewer.server.ts'
import { Welcome } from './welcome.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  return { signedIn: (await findViewer(context, request)) !== null }
}

export default function Home() {
  const { signedIn } = useLoaderData<typeof loader>()
  return <Welcome signedIn={signedIn} />
}
