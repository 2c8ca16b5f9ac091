import type { Brief } from '#app/contests/brief.ts'
import { renderMarkdown } from './markdown.ts'

/** The parts of a brief that are written in Markdown, as safe HTML. */
export type BriefHtml = { brief: string; prizes: string; rightsTerms: string }

/** `level` is that of the brief’s own title. Loaders print it; only the live preview prints in the browser, with a late import. */
export function briefHtml({ brief, prizes, rightsTerms }: Brief, level: 1 | 2 = 1): BriefHtml {
  return {
    brief: renderMarkdown(brief, { topHeading: level === 1 ? 2 : 3 }),
    prizes: renderMarkdown(prizes, { topHeading: level === 1 ? 3 : 4 }),
    rightsTerms: renderMarkdown(rightsTerms, { topHeading: level === 1 ? 3 : 4 }),
  }
}
