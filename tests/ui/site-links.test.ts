import { expect, test } from 'vitest'
import { currentLink, staffLinks } from '#app/ui/site-links.ts'

const LINKS = ['/contests', '/production', '/production/board'].map((to) => ({ to, label: to }))

test('a page belongs to the section whose address it begins with, and to the nearest one only', () => {
  expect(currentLink('/contests/a-boot/gallery', LINKS)).toBe('/contests')
  expect(currentLink('/production/run-1', LINKS)).toBe('/production')
  expect(currentLink('/production/board', LINKS)).toBe('/production/board')
  expect(currentLink('/contests-of-old', LINKS)).toBeUndefined()
})

test('rooms of the staff are shown to those who have the key, and to nobody else', () => {
  expect(staffLinks(null)).toEqual([])
  expect(staffLinks({ name: 'Ada', handle: 'ada', roles: [] })).toEqual([])
  expect(staffLinks({ name: 'Ada', handle: 'ada', roles: ['producer'] }).map(({ to }) => to)).toEqual([
    '/production/board',
  ])
})
