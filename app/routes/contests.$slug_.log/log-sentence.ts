import type { LogLine } from '#app/contests/public-log.server.ts'
import { BOUNDARIES, type Boundary } from '#app/contests/schedule.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { getLocale } from '#app/i18n/paraglide/runtime.js'
import { STAGES } from '#app/production/stages.ts'
import { momentText } from '#app/ui/moment-text.ts'
import { BOUNDARY_WORDS } from '#app/ui/phase-words.ts'
import { SIGNAL_NAMES } from '#app/ui/signal-words.ts'
import { STAGE_WORDS } from '#app/ui/stage-words.ts'
import { isSignalName } from '#app/voting/signals/evidence.ts'

/** What happened as a sentence, with the reason that was given for it, or the figures it came with. */
export function logSentence(line: LogLine, zone: string): { sentence: string; detail?: string } {
  const actor = line.actor ?? m.contests_log_somebody()
  const subject = line.subject ?? m.contests_log_somebody()
  switch (line.kind) {
    case 'contest-published':
      return { sentence: m.contests_log_published({ actor }) }
    case 'brief-clarified':
      return { sentence: m.contests_log_clarified({ actor, version: line.particulars.version }) }
    case 'boundary-moved': {
      const { boundary, fromAt, toAt, reason } = line.particulars
      const when = (at: string) => momentText(at, zone, getLocale(), 'minute')
      const words = { actor, boundary: boundaryName(boundary), from: when(fromAt), to: when(toAt) }
      const later = toAt > fromAt
      return { sentence: later ? m.contests_log_moved(words) : m.contests_log_brought_forward(words), detail: reason }
    }
    case 'contest-cancelled':
      return { sentence: m.contests_log_cancelled({ actor }), detail: line.particulars.reason }
    case 'voting-extended': {
      const { toAt, minimumScores } = line.particulars
      const until = momentText(toAt, zone, getLocale(), 'minute')
      return { sentence: m.contests_log_extended({ until, count: minimumScores }) }
    }
    case 'juror-seated':
      return {
        sentence: line.particulars.mayClose
          ? m.contests_log_seated_closer({ subject })
          : m.contests_log_seated({ subject }),
      }
    case 'juror-unseated':
      return { sentence: m.contests_log_unseated({ subject }) }
    case 'entry-submitted':
      return { sentence: line.actor ? m.contests_log_submitted({ actor }) : m.contests_log_submitted_sealed() }
    case 'entry-withdrawn':
      return { sentence: m.contests_log_withdrawn() }
    case 'entry-taken-down':
      return { sentence: m.contests_log_taken_down({ actor }), detail: line.particulars.reason }
    case 'ballots-set-aside': {
      const { ballots, released, signals } = line.particulars
      const names = signals.flatMap((name) => (isSignalName(name) ? SIGNAL_NAMES[name]() : []))
      const sentence =
        ballots > 0 ? m.contests_log_set_aside({ count: ballots }) : m.contests_log_set_free({ count: released })
      return { sentence, ...(names.length > 0 && { detail: names.join(' · ') }) }
    }
    case 'ballot-quarantined':
      return ofCase(m.contests_log_quarantined, line.particulars, actor)
    case 'ballot-released':
      return ofCase(m.contests_log_released, line.particulars, actor)
    case 'exclusion-proposed':
      return ofCase(m.contests_log_exclusion_proposed, line.particulars, actor)
    case 'ballot-excluded':
      return ofCase(m.contests_log_excluded, line.particulars, actor)
    case 'desk-ended':
      return { sentence: m.contests_log_desk_ended({ actor }) }
    case 'work-ordered': {
      const { wanted, reason } = line.particulars
      return {
        sentence: wanted ? m.contests_log_work_on({ actor }) : m.contests_log_work_off({ actor }),
        detail: reason,
      }
    }
    case 'ballots-frozen': {
      const { sequence, head } = line.particulars
      return { sentence: m.contests_log_frozen({ count: sequence }), detail: `SHA-256 ${head}` }
    }
    case 'votes-counted': {
      const { ballots, countedBallots, scores, digest } = line.particulars
      return { sentence: m.contests_log_counted({ ballots, countedBallots, scores }), detail: `SHA-256 ${digest}` }
    }
    case 'verdict-given':
      return { sentence: verdict(line.particulars.kind, actor) }
    case 'finalists-compared':
      return { sentence: m.contests_log_finalists_compared({ actor }) }
    case 'decision-signed':
      return { sentence: m.contests_log_decided({ actor }), detail: `SHA-256 ${line.particulars.hash}` }
    case 'entry-answered':
      return { sentence: m.contests_log_answered({ actor }) }
    case 'run-created':
      return { sentence: m.contests_log_run_created() }
    case 'agreement-signed':
      return { sentence: m.contests_log_agreement_signed({ actor }) }
    case 'stage-moved':
      return { sentence: m.contests_log_stage_moved({ actor, stage: stageName(line.particulars.toStage) }) }
    case 'go-decided': {
      const { go, reason } = line.particulars
      return { sentence: go ? m.contests_log_go({ actor }) : m.contests_log_no_go({ actor }), detail: reason }
    }
    case 'product-launched':
      return { sentence: m.contests_log_launched() }
  }
}

function ofCase(
  sentence: (words: { actor: string; number: number }) => string,
  { number, reason }: { number: number; reason: string },
  actor: string,
) {
  return { sentence: sentence({ actor, number }), detail: reason }
}

function boundaryName(boundary: string): string {
  const known = BOUNDARIES.find((name): name is Boundary => name === boundary)
  return known ? BOUNDARY_WORDS[known]() : boundary
}

function stageName(stage: string): string {
  const known = STAGES.find((name) => name === stage)
  return known ? STAGE_WORDS[known]() : stage
}

function verdict(kind: string, actor: string): string {
  if (kind === 'veto') return m.contests_log_vetoed({ actor })
  if (kind === 'abstain') return m.contests_log_abstained({ actor })
  return m.contests_log_approved({ actor })
}
