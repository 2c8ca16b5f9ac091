import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import { Notice } from '#app/ui/notice.tsx'
import type { CountProgress } from '#app/voting/vote-counter.server.ts'

const LOOK_AGAIN_MS = 2000

/** How far the count is; asks again by itself until it is made. */
export function Counting({ progress }: { progress: CountProgress | null }) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(revalidate, LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [revalidate])
  if (!progress || progress.of === 0)
    return <Notice>{progress ? m.jury_result_counting() : m.jury_result_counting_begins()}</Notice>
  const { read, of } = progress
  const figure = (number: number) => number.toLocaleString(getLocale())
  return (
    <Notice title={m.jury_result_counting()}>
      <progress value={read} max={of} aria-label={m.jury_result_counting()} className="block w-full max-w-text" />
      {m.jury_result_counting_progress({ read: figure(read), of: figure(of) })}
    </Notice>
  )
}
