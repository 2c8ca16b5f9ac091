import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast } from '#app/ui/accent.ts'

const styles = readFileSync(new URL('../../app/ui/styles.css', import.meta.url), 'utf8')
const blocks = styles
  .split(/\scolor-scheme:/)
  .slice(1, 4)
  .map(coloursOf)

test('paper, lamp-black by system and lamp-black by choice are three grounds, the last two alike', () => {
  expect(blocks).toHaveLength(3)
  expect(blocks[1]).toEqual(blocks[2])
  expect(blocks[0]).not.toEqual(blocks[1])
})

test.each(['ink', 'ink-quiet', 'danger', 'amber', 'done'])('%s can be read as small text on every ground', (ink) => {
  for (const colours of blocks) {
    for (const ground of ['paper', 'paper-sunken', 'paper-raised']) {
      expect(contrast(colours[ink] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
    }
  }
})

test('the border of a field stands out from its grounds', () => {
  for (const colours of blocks) {
    for (const ground of ['paper', 'paper-raised']) {
      expect(contrast(colours['line-strong'] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(3)
    }
  }
})

function coloursOf(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.slice(0, block.indexOf('}')).matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, hex]) => [
      name,
      hex,
    ]),
  )
}
