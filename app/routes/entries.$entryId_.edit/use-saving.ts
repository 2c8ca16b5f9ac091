import { type MutableRefObject, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Missing } from '#app/entries/missing.ts'

/** What the words' address answers. */
export interface SavedAnswer {
  savedAt: string
  errors: Record<string, string[]>
  missing: Missing[]
}

export type SavingState = 'rest' | 'unsaved' | 'saving' | 'saved' | 'refused' | 'unreachable'

/** How long the keyboard rests before the words are sent. */
const REST_MS = 1200

interface Wanted {
  form: RefObject<HTMLFormElement>
  to: string
  version: MutableRefObject<string>
  onAnswer: (answer: SavedAnswer) => void
}

/**
 * Saves the words as they are written. By `fetch` and not by a fetcher of the router: a lost connection must leave the page,
 * and what was typed, where they are.
 */
export function useSaving({ form, to, version, onAnswer }: Wanted) {
  const [state, setState] = useState<SavingState>('rest')
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const underWay = useRef<Promise<SavedAnswer | null>>(Promise.resolve(null))
  const unsaved = useRef(false)
  // When somebody saved elsewhere meanwhile, writing over it takes a press on the button.
  const halted = useRef(false)
  const refused = useRef(false)

  const saveNow = useCallback((): Promise<SavedAnswer | null> => {
    clearTimeout(timer.current)
    unsaved.current = false
    // One after the other, so that each carries the version that the one before it made.
    underWay.current = underWay.current.then(async () => {
      if (!form.current) return null
      setState('saving')
      const answer = await send(to, wordsOf(form.current, version.current))
      if (answer) version.current = answer.savedAt
      if (answer) onAnswer(answer)
      if (!answer) unsaved.current = true
      halted.current = answer?.errors[''] !== undefined
      refused.current = answer !== null && isRefused(answer)
      setState(!answer ? 'unreachable' : isRefused(answer) ? 'refused' : 'saved')
      return answer
    })
    return underWay.current
  }, [form, to, version, onAnswer])

  const changed = useCallback(() => {
    unsaved.current = true
    setState('unsaved')
    clearTimeout(timer.current)
    if (!halted.current) timer.current = setTimeout(saveNow, REST_MS)
  }, [saveNow])

  useEffect(() => {
    const leaving = () => {
      if (document.visibilityState === 'hidden' && unsaved.current && !halted.current) saveNow()
    }
    document.addEventListener('visibilitychange', leaving)
    return () => {
      document.removeEventListener('visibilitychange', leaving)
      clearTimeout(timer.current)
    }
  }, [saveNow])

  /** Sends what rests, and says whether words would be lost by leaving now: those that were refused or did not arrive. */
  const wouldLose = useCallback(() => {
    if (refused.current || halted.current) return true
    if (!unsaved.current) return false
    saveNow()
    return !navigator.onLine
  }, [saveNow])

  return { state, changed, saveNow, wouldLose }
}

/**
 * The version of the words in the fields. Reading the page again, as after an upload, changes no field: so it must not change this either,
 * or an old tab would write over newer words as if it had shown them. Only answers to the words' own saves do.
 * @param answered the version that a refused form came back with
 */
export function useVersion(loaded: string, answered: string | undefined): MutableRefObject<string> {
  const version = useRef(answered ?? loaded)
  useEffect(() => {
    if (answered !== undefined) version.current = answered
  }, [answered])
  return version
}

export function isRefused({ errors }: SavedAnswer): boolean {
  return Object.keys(errors).length > 0
}

/** The words as they stand in the form. */
function wordsOf(form: HTMLFormElement, version: string): URLSearchParams {
  const words = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') words.append(name, value)
  words.set('savedAt', version)
  return words
}

/** The answer, or null when none came. */
async function send(to: string, body: URLSearchParams): Promise<SavedAnswer | null> {
  try {
    const response = await fetch(to, { method: 'POST', body, keepalive: true, redirect: 'error' })
    return isJson(response) ? await response.json() : null
  } catch {
    return null
  }
}

function isJson(response: Response): boolean {
  return response.headers.get('Content-Type')?.startsWith('application/json') ?? false
}
