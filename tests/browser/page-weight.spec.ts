import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

/**
 * JavaScript that a page loads, kB of gzip: React and Remix alone are 81. Raised only together with a reason; the heaviest were 192
 * (an entry that is edited: it checks pictures and sends them in pieces) and 173 (a run) when it was set.
 */
const MOST_KB = { editing: 196, others: 178 }
/** The editor of an entry, and what is opened above it. */
const EDITING = /^routes\/entries\.\$entryId_\.edit(_\.|$)/

const CLIENT = fileURLToPath(new URL('../../build/client', import.meta.url))

interface Built {
  module: string
  imports: string[]
}

interface Manifest {
  url: string
  entry: Built
  routes: Record<string, Built & { id: string; parentId?: string }>
}

test('no page loads more JavaScript than its budget', () => {
  const manifest = readManifest()
  const weights = Object.keys(manifest.routes).map((id) => ({ id, kB: weightOf(manifest, id) }))
  const tooHeavy = weights.filter(({ id, kB }) => kB > (EDITING.test(id) ? MOST_KB.editing : MOST_KB.others))
  const heaviest = weights.toSorted((one, other) => other.kB - one.kB).map(({ id, kB }) => `${kB.toFixed(1)} kB ${id}`)
  expect(tooHeavy, `The pages, heaviest first:\n${heaviest.join('\n')}`).toEqual([])
  expect(weights.length).toBeGreaterThan(100)
  // What every page has: less would mean that it was not found.
  expect(Math.min(...weights.map(({ kB }) => kB))).toBeGreaterThan(81)
})

function readManifest(): Manifest {
  const file = readdirSync(join(CLIENT, 'assets')).find((name) => /^manifest-\w+\.js$/.test(name))
  if (!file) throw new Error('The build has no manifest.')
  const script = readFileSync(join(CLIENT, 'assets', file), 'utf8')
  return JSON.parse(script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1))
}

/** The manifest, the entry, and each route from the root to this one, with all that they import. */
function weightOf({ url, entry, routes }: Manifest, id: string): number {
  const files = new Set([url, entry.module, ...entry.imports])
  for (let route = routes[id]; route; route = routes[route.parentId ?? ''])
    for (const file of [route.module, ...route.imports]) files.add(file)
  return [...files].reduce((sum, file) => sum + bytesOf(file), 0) / 1000
}

const gzipped = new Map<string, number>()

function bytesOf(file: string): number {
  const bytes = gzipped.get(file) ?? gzipSync(readFileSync(join(CLIENT, file))).length
  gzipped.set(file, bytes)
  return bytes
}
