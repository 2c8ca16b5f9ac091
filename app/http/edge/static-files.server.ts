import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { bestEncoding, type Encoding } from './compress.server.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

type StaticFile = { type: string; tag: string; plain: Buffer; br?: Buffer; gzip?: Buffer }

/** Answers a request for a built file, or undefined when there is none at that path. */
export type StaticFiles = (path: string, headers: Headers) => Response | undefined

/**
 * Reads the built client, a few megabytes, into memory once: serving is a look-up in a list of what was built, so no
 * request can name a file outside it.
 */
export function loadStaticFiles(folder: string): StaticFiles {
  const files = readFolder(folder)
  return (path, headers) => {
    const file = files.get(path)
    return file && respond(file, path.startsWith('/assets/'), headers)
  }
}

function readFolder(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  for (const name of names.filter((name) => TYPES[extname(name)])) {
    const plain = readFileSync(name)
    files.set(name.slice(folder.length).replaceAll('\\', '/'), {
      type: TYPES[extname(name)] ?? '',
      tag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      plain,
      br: names.includes(`${name}.br`) ? readFileSync(`${name}.br`) : undefined,
      gzip: names.includes(`${name}.gz`) ? readFileSync(`${name}.gz`) : undefined,
    })
  }
  return files
}

function respond(file: StaticFile, nameHoldsHash: boolean, request: Headers): Response {
  const headers = new Headers({
    'Cache-Control': nameHoldsHash ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
    ETag: file.tag,
    Vary: 'Accept-Encoding',
  })
  if (request.get('If-None-Match')?.includes(file.tag)) return new Response(null, { status: 304, headers })
  headers.set('Content-Type', file.type)
  const encoding: Encoding | undefined = bestEncoding(request.get('Accept-Encoding'))
  const compressed = encoding && file[encoding]
  if (encoding && compressed) headers.set('Content-Encoding', encoding)
  const body = compressed ?? file.plain
  headers.set('Content-Length', String(body.byteLength))
  return new Response(new Uint8Array(body), { headers })
}
