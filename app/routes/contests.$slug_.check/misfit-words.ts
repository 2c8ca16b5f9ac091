import { m } from '#app/i18n/paraglide/messages.js'
import type { Misfit } from '#app/voting/export/misfit.ts'

/** Where and why, in a sentence. */
export function misfitWords(misfit: Misfit): string {
  const { line, sequence } = misfit
  const where = sequence === null ? m.voting_check_at_line({ line }) : m.voting_check_at_event({ sequence, line })
  return `${where} ${why(misfit)}`
}

function why(misfit: Misfit): string {
  switch (misfit.what) {
    case 'not-an-export':
      return m.voting_misfit_not_an_export()
    case 'unknown-version':
    case 'unknown-rules':
      return m.voting_misfit_unknown_version()
    case 'unreadable':
      return m.voting_misfit_unreadable()
    case 'misplaced':
      return m.voting_misfit_misplaced()
    case 'cut-short':
      return m.voting_misfit_cut_short()
    case 'after-the-end':
      return m.voting_misfit_after_the_end()
    case 'wrong-check':
      return m.voting_misfit_damaged()
    case 'wrong-constant':
      return m.voting_misfit_constant()
    case 'wrong-sequence':
      return m.voting_misfit_sequence({ found: misfit.found })
    case 'wrong-hash':
      return m.voting_misfit_hash()
    case 'earlier-minute':
    case 'unknown-entry':
    case 'unknown-ballot':
    case 'scored-twice':
    case 'never-scored':
    case 'cast-after-the-freeze':
      return m.voting_misfit_impossible()
    case 'wrong-frozen-head':
    case 'wrong-published-head':
      return m.voting_misfit_head()
    case 'wrong-last-head':
      return m.voting_misfit_last_head()
    case 'wrong-receipts':
      return m.voting_misfit_receipts({ receipts: misfit.receipts, ballots: misfit.ballots })
    case 'wrong-standing':
      return m.voting_misfit_standing({ expected: misfit.expected })
    case 'wrong-digest':
      return m.voting_misfit_digest()
    case 'wrong-ladder':
      return m.voting_misfit_ladder({ expected: misfit.expected })
  }
}
