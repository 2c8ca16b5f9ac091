import { useEffect, useState } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import { countdownText, type MomentPrecision, momentText } from './moment-text.ts'

type MomentProps = { at: string; zone?: string; precision?: MomentPrecision; className?: string }

/**
 * A date and time on the wall clock of `zone`, which it names. What belongs to no contest stands on the reader's own clock, which
 * only their browser knows; until it speaks, on UTC. Browsers may spell a month otherwise than Node does.
 */
export function Moment({ at, zone, precision = 'minute', className }: MomentProps) {
  const [ownZone, setOwnZone] = useState('UTC')
  useEffect(() => setOwnZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  return (
    <time dateTime={at} className={className} suppressHydrationWarning>
      {momentText(at, zone ?? ownZone, getLocale(), precision)}
    </time>
  )
}

type CountdownProps = { at: string; now: string; className?: string }

const TICK_MS = 1000

/** How long until `at`, counted from the server's `now`, so that a wrong clock in the browser does no harm. */
export function Countdown({ at, now, className }: CountdownProps) {
  const [passedMs, setPassedMs] = useState(0)
  useEffect(() => {
    const startedMs = performance.now()
    const timer = setInterval(() => setPassedMs(performance.now() - startedMs), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  const text = countdownText(at, new Date(new Date(now).getTime() + passedMs), getLocale())
  return (
    <span role="timer" aria-live="off" className={`tabular-nums ${className ?? ''}`} suppressHydrationWarning>
      {text ?? m.ui_countdown_over()}
    </span>
  )
}
