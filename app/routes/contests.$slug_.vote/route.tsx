import type { MetaFunction } from '@remix-run/node'
import type { ShouldRevalidateFunction } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { pageMeta } from '#app/ui/page-meta.ts'
import type { loadBooth } from './booth-view.server.ts'

export { Booth as default } from './booth.tsx'
export { BoothFailed as ErrorBoundary } from './booth-failed.tsx'
export { boothHandle as handle } from './booth-handle.ts'
export { loadBooth as loader } from './booth-view.server.ts'

export const meta: MetaFunction<typeof loadBooth> = ({ data, matches }) =>
  pageMeta(matches, { title: data ? m.voting_booth_of({ contest: data.contest.title }) : m.voting_booth_title() })

/** The booth's own requests bring the next view with them. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  formData?.get('via') === 'booth' ? false : defaultShouldRevalidate
