import { type Findings, type Judged, type Signal, signalled } from './signal.ts'

/** The account's mail is of a provider that hands addresses out for minutes. Some honest people like their privacy. */
export function findDisposableMail({ ballots }: Judged): Findings {
  const found = new Map<number, Signal>()
  ballots.forEach(({ facts }, at) => {
    if (facts.mail === 'disposable') found.set(at, signalled('disposable-mail', 1, {}))
  })
  return found
}
