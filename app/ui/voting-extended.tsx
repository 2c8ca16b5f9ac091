import { type ExtensionRule, latestClose } from '#app/contests/extension.ts'
import type { Schedule } from '#app/contests/schedule.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import { momentText } from './moment-text.ts'
import { Notice } from './notice.tsx'

type Props = { schedule: Schedule; rule: ExtensionRule & { zone: string } }

/** Says, while people vote beyond the announced close, why and for how long; never which design lacks votes. */
export function VotingExtended({ schedule, rule }: Props) {
  if (!schedule.extendedFrom) return null
  const latestAt = latestClose({ contest: rule, schedule })
  const [close, latest] = [schedule.votingClosesAt, latestAt].map((at) =>
    momentText(at, rule.zone, getLocale(), 'minute'),
  )
  return (
    <Notice tone="amber" title={m.contests_extended_title()}>
      <p>
        {m.contests_extended({ count: rule.minimumScores, close: close ?? '' })}{' '}
        {latestAt > schedule.votingClosesAt && m.contests_extended_further({ latest: latest ?? '' })}
      </p>
    </Notice>
  )
}
