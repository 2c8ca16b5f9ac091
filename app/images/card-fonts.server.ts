import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { newId } from '#db/new-id.ts'

/** Each family in two files, as Fontsource cuts them; the commonest letters come last. */
export const CARD_FONT_FILES = [
  'fraunces-latin-ext-400-normal',
  'instrument-sans-latin-ext-400-normal',
  'fraunces-latin-400-normal',
  'instrument-sans-latin-400-normal',
] as const

/** Puts the fonts of cards into a folder in the one wrapping that the text drawer of libvips opens: it reads no WOFF of either kind. */
export async function prepareCardFonts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { resolve } = createRequire(import.meta.url)
  for (const name of CARD_FONT_FILES) {
    const path = join(folder, `${name}.ttf`)
    if (await isThere(path)) continue
    const family = name.slice(0, name.indexOf('-latin'))
    const part = `${path}.${newId()}`
    await writeFile(part, unwrapWoff(await readFile(resolve(`@fontsource/${family}/files/${name}.woff`))))
    // Another request may be preparing the same: a font is there whole or not at all.
    await rename(part, path)
  }
}

const WOFF_HEADER = 44
const WOFF_ENTRY = 20
const SFNT_HEADER = 12
const SFNT_ENTRY = 16

/** https://www.w3.org/TR/WOFF/: the tables of a font as they are, each deflated where that makes it shorter. */
export function unwrapWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * count)
  woff.copy(head, 0, 4, 8)
  const log = Math.floor(Math.log2(count))
  const range = 2 ** log * SFNT_ENTRY
  for (const [at, value] of [count, range, log, count * SFNT_ENTRY - range].entries()) {
    head.writeUInt16BE(value, 4 + 2 * at)
  }
  const parts: Buffer[] = [head]
  let offset = head.length
  for (let index = 0; index < count; index += 1) {
    const entry = WOFF_HEADER + WOFF_ENTRY * index
    const start = woff.readUInt32BE(entry + 4)
    const kept = woff.subarray(start, start + woff.readUInt32BE(entry + 8))
    const length = woff.readUInt32BE(entry + 12)
    const to = SFNT_HEADER + SFNT_ENTRY * index
    woff.copy(head, to, entry, entry + 4)
    woff.copy(head, to + 4, entry + 16, entry + 20)
    head.writeUInt32BE(offset, to + 8)
    head.writeUInt32BE(length, to + 12)
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    parts.push(kept.length < length ? inflateSync(kept) : kept, padding)
    offset += length + padding.length
  }
  return Buffer.concat(parts)
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
