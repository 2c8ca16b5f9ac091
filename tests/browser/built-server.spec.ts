import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { PROGRAM } from '../../scripts/build-start.ts'
import { listPrograms } from '../built-programs.ts'

const START = fileURLToPath(new URL('../../build/start', import.meta.url))
/** How a built file names a built program beside it, or in the folder beneath. */
const BUILT = /new URL\("((?:assets\/)?([\w-]+-(?:child|thread))-[\w-]{8}\.js)", import\.meta\.url\)/g

test('the server that was built begins its child and its threads from built files, and none from a source', () => {
  const files = readdirSync(START, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => ({ path: join(START, path), text: readFileSync(join(START, path), 'utf8') }))
  const begun = files.flatMap(({ path, text }) =>
    [...text.matchAll(BUILT)].map(([, file = '', program = '']) => ({ program, file: join(dirname(path), file) })),
  )
  const sources = listPrograms().map((path) => basename(path).replace(/\.\w+$/, ''))
  expect(sources.length).toBeGreaterThan(3)
  expect([...new Set(begun.map(({ program }) => program))].toSorted()).toEqual(sources.toSorted())
  expect(begun.filter(({ file }) => !existsSync(file))).toEqual([])
  expect(files.filter(({ text }) => text.match(PROGRAM)).map(({ path }) => path)).toEqual([])
})
