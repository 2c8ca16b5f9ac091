import { useEffect, useState } from 'react'
import { SCORES } from '#app/voting/ballot.ts'
import type { BoothActs } from './use-booth.ts'

const STORED_AS = 'placet-booth-keys'

/**
 * One key scores and brings the next design. Single keys can be switched off, for people who steer by voice (WCAG 2.1.4);
 * the browser remembers.
 */
export function useBoothKeys(acts: BoothActs): { on: boolean; setOn: (on: boolean) => void } {
  const [on, setState] = useState(true)
  useEffect(() => setState(localStorage.getItem(STORED_AS) !== 'off'), [])
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return
      const score = SCORES.find((each) => event.key === String(each))
      if (score !== undefined) acts.score(score)
      else if (event.key.toLowerCase() === 'p') acts.pass()
      else if (event.key.toLowerCase() === 'b') acts.markWouldBuy()
      else return
      event.preventDefault()
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
