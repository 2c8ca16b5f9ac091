import { CHECK_HEX_DIGITS, checkOf, type Hashing } from '#app/voting/export/export-format.ts'
import { decisionText, outcomeText, rungText, type SignedLadder } from './decision-format.ts'

/** The lines that follow the digest of a decided contest's vote. */
export function writeDecision(hashing: Hashing, digest: string, ladder: SignedLadder): string {
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
  return `${lines}decided ${hashing.of(`digest ${digest}\n${lines}`)}\n`
}
