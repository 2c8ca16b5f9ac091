import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it'

/** Rendering can run in the browser too (live preview), so nothing here may need the server. */
const SAFE_LINK = /^(https?:|mailto:|\/(?!\/)|#)/i

type Options = { /** What the writer's highest heading becomes; the page already has an h1. */ topHeading?: 2 | 3 | 4 }

/** Markdown of a brief, a story or an answer -> HTML that is safe to insert: no raw HTML, no pictures, safe links only. */
export function renderMarkdown(source: string, { topHeading = 2 }: Options = {}): string {
  return printer(topHeading).render(source)
}

const printers = new Map<number, MarkdownIt>()

function printer(topHeading: number): MarkdownIt {
  const known = printers.get(topHeading)
  if (known) return known
  const fresh = createPrinter(topHeading)
  printers.set(topHeading, fresh)
  return fresh
}

function createPrinter(topHeading: number): MarkdownIt {
  const markdown = createMarkdownIt({ html: false, linkify: true, typographer: true, breaks: false })
  markdown.disable('image')
  markdown.validateLink = (url) => SAFE_LINK.test(url.trim())
  markdown.core.ruler.push('place_headings', ({ tokens }) => placeHeadings(tokens, topHeading))
  markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet('rel', 'nofollow ugc noopener')
    return self.renderToken(tokens, index, options)
  }
  return markdown
}

/** Writers begin with # or ## and jump as they like; on the page the levels follow each other, as readers of it need. */
function placeHeadings(tokens: readonly Token[], topHeading: number): void {
  const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close')
  const levels = [...new Set(headings.map(({ tag }) => tag))].sort()
  let before = topHeading - 1
  for (const heading of headings) {
    // The closing token follows its opening one, so it lands on the same level.
    before =
      heading.type === 'heading_close' ? before : Math.min(topHeading + levels.indexOf(heading.tag), before + 1, 6)
    heading.tag = `h${before}`
  }
}
