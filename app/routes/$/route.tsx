import type { LoaderFunctionArgs } from '@remix-run/node'

/** Every address that no other route answers to, so that the root can show its 404 page with all it knows. */
export function loader(_: LoaderFunctionArgs) {
  throw new Response(null, { status: 404 })
}

export function action(_: LoaderFunctionArgs) {
  throw new Response(null, { status: 404 })
}

export default function Nothing() {
  return null
}
