import { useRevalidator } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'
import { links } from '#app/http/links.ts'
import { createPauses } from '#app/ui/uploading/pauses.ts'

const ASKED_EVERY_MS = 3000

/**
 * Reads the page again, once the server can be reached: a reading that fails would put the error page in the place of everything that was
 * typed.
 */
export function useReadAgain(): () => void {
  const { revalidate } = useRevalidator()
  const leaving = useRef(new AbortController())
  const waiting = useRef(false)
  useEffect(() => {
    leaving.current = new AbortController()
    return () => leaving.current.abort()
  }, [])

  return useCallback(async () => {
    if (waiting.current) return
    waiting.current = true
    const { signal } = leaving.current
    const pauses = createPauses()
    window.addEventListener('online', pauses.end, { signal })
    while (!(await isReachable()) && !signal.aborted) await pauses.pause(ASKED_EVERY_MS, signal)
    window.removeEventListener('online', pauses.end)
    waiting.current = false
    if (!signal.aborted) revalidate()
  }, [revalidate])
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch(links.health(), { cache: 'no-store' })).ok
  } catch {
    return false
  }
}
