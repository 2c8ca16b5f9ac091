import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** Fonts and pictures are compressed already. */
const COMPRESSIBLE = new Set(['.css', '.js', '.json', '.svg', '.txt'])

/** Puts a .br and a .gz beside each built file that gains by it, at the strongest setting: it is done once per build. */
export function compressBuild(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.has(extname(entry.name))) continue
    const path = join(entry.parentPath, entry.name)
    const plain = readFileSync(path)
    const brotli = brotliCompressSync(plain)
    const gzip = gzipSync(plain, { level: 9 })
    if (brotli.byteLength < plain.byteLength) writeFileSync(`${path}.br`, brotli)
    if (gzip.byteLength < plain.byteLength) writeFileSync(`${path}.gz`, gzip)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  compressBuild(fileURLToPath(new URL('../build/client', import.meta.url)))
}
