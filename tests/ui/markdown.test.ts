import { expect, test } from 'vitest'
import { renderMarkdown } from '#app/ui/markdown.ts'

test('headings begin below the title of the page, whatever level the writer begins with', () => {
  expect(renderMarkdown('# What we ask')).toBe('<h2>What we ask</h2>\n')
  expect(renderMarkdown('## Materials', { topHeading: 3 })).toBe('<h3>Materials</h3>\n')
  expect(renderMarkdown('###### Small')).toBe('<h2>Small</h2>\n')
})

test('headings leave no level out', () => {
  const levels = (source: string) => [...renderMarkdown(source).matchAll(/<h(\d)>/g)].map(([, level]) => Number(level))
  expect(levels('# a\n\n### b\n\n###### c\n\n# d')).toEqual([2, 3, 4, 2])
  expect(levels('### a\n\n# b\n\n### c')).toEqual([2, 2, 3])
})

test('links of writers carry no recommendation of ours', () => {
  expect(renderMarkdown('[shop](https://example.org)')).toContain('rel="nofollow ugc noopener"')
  expect(renderMarkdown('see https://example.org')).toContain('rel="nofollow ugc noopener"')
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc',
  '//evil.example',
])('a link to %s stays plain text', (address) => {
  expect(renderMarkdown(`[go](${address})`)).not.toContain('<a')
})

test.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<b onclick="x()">b</b>', '<!-- x -->'])(
  'the writer’s own HTML is shown, not run: %s',
  (html) => {
    expect(renderMarkdown(html)).not.toMatch(/<(script|img|b|!--)/)
  },
)

test('a picture in Markdown is not fetched from elsewhere', () => {
  expect(renderMarkdown('![x](https://example.org/x.png)')).not.toContain('<img')
})
