import { expect, test } from 'vitest'
import { routePatterns } from '#app/http/edge/route-patterns.ts'

const patternOf = routePatterns({
  root: { id: 'root' },
  rest: { id: 'rest', parentId: 'root', path: '*' },
  index: { id: 'index', parentId: 'root' },
  contest: { id: 'contest', parentId: 'root', path: 'contests/:slug' },
  newContest: { id: 'newContest', parentId: 'root', path: 'contests/new' },
  admin: { id: 'admin', parentId: 'root', path: 'admin' },
  adminPeople: { id: 'adminPeople', parentId: 'admin', path: 'people.csv' },
})

test('a path is named by its route', () => {
  expect(patternOf('/contests/boots')).toBe('/contests/:slug')
  expect(patternOf('/contests/boots.data')).toBe('/contests/:slug')
  expect(patternOf('/contests/new')).toBe('/contests/new')
  expect(patternOf('/admin/people.csv')).toBe('/admin/people.csv')
  expect(patternOf('/admin/peoplexcsv')).toBe('/*')
})

test('the home page is named, by .data too', () => {
  expect(patternOf('/')).toBe('/')
  expect(patternOf('/_root.data')).toBe('/')
})
