import { expect, test } from 'vitest'
import { type ContestReport, checkContest } from '#app/jury/export/check-contest.ts'
import type { Kept } from '#app/voting/export/check-export.ts'
import { NODE_HASHING } from '#app/voting/export/node-hashing.server.ts'
import { chanceFrom } from '../../../scripts/elections/chance.ts'
import { exportRecord, randomRecord } from '../../../scripts/elections/random-record.ts'
import { tamper } from '../../../scripts/elections/tamper.ts'

function checked(text: string, kept: Kept = {}, pieceCharacters = text.length): ContestReport {
  const check = checkContest({ hashing: NODE_HASHING, kept })
  for (let at = 0; at < text.length; at += pieceCharacters) if (!check.add(text.slice(at, at + pieceCharacters))) break
  return check.end()
}

test('exports of random records fit, wherever the text is cut on its way', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const record = randomRecord(chanceFrom(seed))
    const report = checked(exportRecord(record), {}, seed)
    expect(report.misfit, `seed ${seed}`).toBeNull()
    expect(report.checked.events).toBe(record.events.length)
  }
})

test('one byte or one row tampered with is found, in its line and with the number of its event', () => {
  const chance = chanceFrom(20_261_122)
  for (let election = 0; election < 30; election += 1) {
    const text = exportRecord(randomRecord(chance))
    for (let round = 0; round < 20; round += 1) {
      const tampered = tamper(text, chance)
      const { misfit } = checked(tampered.text)
      const found = { line: misfit?.line, sequence: misfit?.sequence }
      expect(found, `${tampered.what}: ${misfit?.what}\n${tampered.text}`).toEqual({
        line: tampered.line,
        sequence: tampered.sequence,
      })
    }
  }
})
