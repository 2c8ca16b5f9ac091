import { expect, test } from 'vitest'
import type { PictureView } from '#app/images/picture.ts'
import { pageMeta } from '#app/ui/page-meta.ts'

const shell = [{ id: 'root', data: { brand: 'Officina', publicOrigin: 'https://design.example.org' } }]
const picture: PictureView = {
  id: 'p1',
  width: 3,
  height: 2,
  blur: '',
  ground: '#ffffff',
  shownOn: null,
  avif: 0,
  full: 0,
  alt: 'A clog',
}

test('a title is followed by the brand, which stands alone on the first page', () => {
  expect(pageMeta(shell, { title: 'Contests' })).toContainEqual({ title: 'Contests · Officina' })
  expect(pageMeta(shell)).toContainEqual({ title: 'Officina' })
  expect(pageMeta([], { title: 'Contests' })).toContainEqual({ title: 'Contests · Placet' })
})

test('a shared picture has a full address that begins with the configured origin', () => {
  const meta = pageMeta(shell, { picture })
  const content = 'https://design.example.org/pictures/p1/share.jpg'
  expect(meta).toContainEqual({ property: 'og:image', content })
  expect(meta).toContainEqual({ property: 'og:image:alt', content: 'A clog' })
  expect(JSON.stringify(pageMeta(shell))).not.toContain('og:image')
})

test('a description is one line without marks of Markdown, cut between words', () => {
  const description = `**Corsia** is a\n\nclosed [clog](https://example.org). ${'It walks. '.repeat(40)}`
  const written = pageMeta(shell, { description }).find((meta) => 'name' in meta && meta.name === 'description')
  const content = written && 'content' in written ? String(written.content) : ''
  expect(content).toMatch(/^Corsia is a closed clog\. It walks\. .*(It|walks\.)…$/)
  expect(content.length).toBeLessThanOrEqual(200)
})

test('what search engines shall leave out says so', () => {
  expect(pageMeta(shell, { hidden: true })).toContainEqual({ name: 'robots', content: 'noindex' })
})
