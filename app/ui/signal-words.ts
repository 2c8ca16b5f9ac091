import { m } from '#app/i18n/paraglide/messages.js'
import type { BlindSignal } from '#app/voting/signals/evidence.ts'
import type { SignalName } from '#app/voting/signals/signal.ts'

export const SIGNAL_NAMES: Record<SignalName, () => string> = {
  burst: m.voting_signal_burst,
  'shared-address': m.voting_signal_shared_address,
  'shared-device': m.voting_signal_shared_device,
  'disposable-mail': m.voting_signal_disposable_mail,
  'look-alike': m.voting_signal_look_alike,
  'did-nothing-else': m.voting_signal_did_nothing_else,
  'lifts-in-every-duel': m.voting_signal_every_duel,
  'lifts-one-sinks-rivals': m.voting_signal_lifts,
  ring: m.voting_signal_ring,
  bloc: m.voting_signal_bloc,
  company: m.voting_signal_company,
}

/** What each signal is, in a sentence; also that it can be honest. */
export const SIGNAL_MEANINGS: Record<SignalName, () => string> = {
  burst: m.voting_signal_burst_means,
  'shared-address': m.voting_signal_shared_address_means,
  'shared-device': m.voting_signal_shared_device_means,
  'disposable-mail': m.voting_signal_disposable_mail_means,
  'look-alike': m.voting_signal_look_alike_means,
  'did-nothing-else': m.voting_signal_did_nothing_else_means,
  'lifts-in-every-duel': m.voting_signal_every_duel_means,
  'lifts-one-sinks-rivals': m.voting_signal_lifts_means,
  ring: m.voting_signal_ring_means,
  bloc: m.voting_signal_bloc_means,
  company: m.voting_signal_company_means,
}

/** What it saw of one ballot: numbers, never which design. */
export function signalSeen({ name, numbers }: BlindSignal): string {
  const of = (key: string) => numbers[key] ?? 0
  switch (name) {
    case 'burst':
      return m.voting_signal_burst_seen({ count: of('ballots'), evenly: of('evenly') })
    case 'shared-address':
      return m.voting_signal_shared_address_seen({ count: of('ballots') })
    case 'shared-device':
      return m.voting_signal_shared_device_seen({ count: of('ballots') })
    case 'disposable-mail':
      return m.voting_signal_disposable_mail_seen()
    case 'look-alike':
      return m.voting_signal_look_alike_seen({ count: of('others') })
    case 'did-nothing-else':
      return of('ageDays') < 0
        ? m.voting_signal_did_nothing_else_seen_late()
        : m.voting_signal_did_nothing_else_seen({ count: of('ageDays') })
    case 'lifts-in-every-duel':
      return m.voting_signal_every_duel_seen({ duels: of('duels'), lifted: of('lifted') })
    case 'lifts-one-sinks-rivals':
      return m.voting_signal_lifts_seen({ lifted: of('lifted'), sunk: of('sunk') })
    case 'ring':
      return m.voting_signal_ring_seen({ count: of('ballots'), sunk: of('sinks') })
    case 'bloc':
      return m.voting_signal_bloc_seen({ count: of('ballots'), sunk: of('sinks') })
    case 'company':
      return m.voting_signal_company_seen({ count: of('ballots'), lifted: of('lifted'), sunk: of('sunk') })
  }
}
