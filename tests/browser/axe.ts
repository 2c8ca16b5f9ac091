import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The ground changes colours and nothing else, and the server sends it as one attribute. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** The copy of axe-core that @axe-core/playwright comes with. */
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const AXE = readFileSync(fromBuilder.resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds wrong with a page as it is just now, in words; nothing when nothing is. Asked without AxeBuilder, which takes longer
 * to compile its own axe before each question and to tell what is right than axe takes to look. The page must have no frames.
 */
export async function wrongAsItIs(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate((tags) => {
    if (window.frames.length > 0) throw new Error('axe was not put into the frames of this page.')
    // Nobody is to read the colours that a key has for a moment on its way to others.
    for (const motion of document.getAnimations()) if (motion instanceof CSSTransition) motion.finish()
    return window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
  }, WCAG)
  return inWords('as it is', found.violations)
}

/** The same on the ground that the page came with, and then on the other one. */
export async function wrongOnBothGrounds(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  const other = theme === 'light' ? 'dark' : 'light'
  await page.evaluate(AXE)
  const found = await page.evaluate(
    async ([tags, rules, ground]) => {
      if (window.frames.length > 0) throw new Error('axe was not put into the frames of this page.')
      const resultTypes = ['violations']
      const asItCame = await window.axe.run(document, { runOnly: tags, resultTypes })
      document.documentElement.dataset.theme = ground
      for (const motion of document.getAnimations()) if (motion instanceof CSSTransition) motion.finish()
      const onTheOther = await window.axe.run(document, { runOnly: rules, resultTypes })
      return { asItCame: asItCame.violations, onTheOther: onTheOther.violations }
    },
    [WCAG, OF_COLOURS, other] as const,
  )
  return [...inWords(theme, found.asItCame), ...inWords(other, found.onTheOther)]
}

declare global {
  interface Window {
    axe: {
      run(
        within: Document,
        options: { runOnly: readonly string[]; resultTypes: readonly string[] },
      ): Promise<{ violations: Violation[] }>
    }
  }
}

function inWords(ground: string, violations: readonly Violation[]): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${ground}: ${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}
