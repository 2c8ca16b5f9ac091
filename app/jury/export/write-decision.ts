import { CHECK_HEX_DIGITS, checkOf, type Hashing } from '#app/voting/export/export-format.ts'
import { decisionText, outcomeText, rungText, type SignedLadder } from './decision-format.ts'

/** The lines that follow the digest of a decided contest's vote. */
export function writeDecision(hashing: Hashing, digest: string, ladder: SignedLadder): string {
  const lines = linesOf(hashing, digest, ladder)
  return `${lines}decided ${hashOf(hashing, digest, lines)}\n`
}

/** The hash that `decided` carries: it is published when the decision is signed, so that a later file can be held against it. */
export function hashDecision(hashing: Hashing, digest: string, ladder: SignedLadder): string {
  return hashOf(hashing, digest, linesOf(hashing, digest, ladder))
}

function hashOf(hashing: Hashing, digest: string, lines: string): string {
  return hashing.of(`digest ${digest}\n${lines}`)
}

function linesOf(hashing: Hashing, digest: string, ladder: SignedLadder): string {
  const texts = [
    decisionText(ladder),
    ...ladder.grounds,
    ...ladder.rungs.toSorted((a, b) => a.place - b.place).map(rungText),
    outcomeText(ladder.winnerEntryId),
  ]
  let check = digest.slice(0, CHECK_HEX_DIGITS)
  let lines = ''
  for (const text of texts) {
    check = checkOf(hashing, check, text)
    lines += `${text} ${check}\n`
  }
  return lines
}
