import { useEffect, useState } from 'react'
import { useBeforePaint } from './use-before-paint.ts'

const STORED_AS = 'placet-booth-keys'

/**
 * One key answers and brings what comes next. Single keys can be switched off, for people who steer by voice (WCAG 2.1.4);
 * the browser remembers.
 *
 * @param act answers whether the key means something here
 */
export function useAnswerKeys(act: (key: string) => boolean): { on: boolean; setOn: (on: boolean) => void } {
  const [on, setState] = useState(true)
  useEffect(() => setState(localStorage.getItem(STORED_AS) !== 'off'), [])
  // What can be seen can be answered: an effect that came after the paint would still hold what was there before.
  useBeforePaint(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return
      if (act(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
  return {
    on,
    setOn(wanted) {
      setState(wanted)
      localStorage.setItem(STORED_AS, wanted ? 'on' : 'off')
    },
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('textarea, select, input:not([type="radio"]):not([type="checkbox"])')
  )
}
