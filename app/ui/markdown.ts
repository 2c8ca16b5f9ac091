import createMarkdownIt, { type MarkdownIt } from 'markdown-it'

/** Rendering can run in the browser too (live preview), so nothing here may need the server. */
const SAFE_LINK = /^(https?:|mailto:|\/(?!\/)|#)/i

type Options = { /** What the writer's `#` becomes; the page already has an h1. */ topHeading?: 2 | 3 }

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
  markdown.renderer.rules.heading_open = (tokens, index) => `<h${shifted(tokens[index]?.tag, topHeading)}>`
  markdown.renderer.rules.heading_close = (tokens, index) => `</h${shifted(tokens[index]?.tag, topHeading)}>\n`
  markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet('rel', 'nofollow ugc noopener')
    return self.renderToken(tokens, index, options)
  }
  return markdown
}

function shifted(tag: string | undefined, topHeading: number): number {
  const level = Number(tag?.slice(1) ?? '1')
  return Math.min(6, level + topHeading - 1)
}
