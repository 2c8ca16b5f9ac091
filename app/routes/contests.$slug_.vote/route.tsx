import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import type { ShouldRevalidateFunction } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import type { PageHandle } from '#app/ui/page-handle.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Booth } from './booth.tsx'
import { BoothFailed } from './booth-failed.tsx'
import { loadBooth } from './booth-view.server.ts'

export const handle = { surround: 'lamp', shell: 'bare' } satisfies PageHandle

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? m.voting_booth_of({ contest: data.contest.title }) : m.voting_booth_title() })

export function loader(args: LoaderFunctionArgs) {
  return loadBooth(args)
}

/** The booth's own requests bring the next view with them. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  formData?.get('via') === 'booth' ? false : defaultShouldRevalidate

export default function BoothRoute() {
  return <Booth />
}

export function ErrorBoundary() {
  return <BoothFailed />
}
