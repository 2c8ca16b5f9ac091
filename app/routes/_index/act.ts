import type { Phase } from '#app/contests/schedule.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** The single act that fits a contest's phase, for people who take part and for staff, who never do. */
export function actFor(slug: string, phase: Phase, takesPart: boolean): { to: string; label: string } {
  if (phase === 'open' && takesPart) return { to: links.enter(slug), label: m.home_act_enter() }
  if (phase === 'voting' && takesPart) return { to: links.booth(slug), label: m.home_act_vote() }
  if (phase === 'open' || phase === 'voting') return { to: links.gallery(slug), label: m.home_act_see() }
  if (phase === 'decided') return { to: links.result(slug), label: m.home_act_result() }
  return { to: links.contest(slug), label: m.home_read_brief() }
}
