import { execFile } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { sendArchive } from '#app/http/send-archive.server.ts'
import type { ArchivedFile } from '#app/images/archive-pictures.server.ts'
import { openDiskStore } from '#app/images/disk-store.server.ts'
import { PICTURE_BYTES_MOST } from '#app/images/picture.ts'
import type { BenchResult } from '../bench.ts'

const GIGABYTE = 1_000_000_000
const MEBIBYTE = 1024 * 1024
const SAMPLE_MS = 20
const run = promisify(execFile)

/**
 * Seconds in which the archive of ten gigabytes of originals is downloaded, beside the same files sent one after the other as they
 * are; and how much the serving process grew meanwhile. The files are sparse, so that they need no room on the disk.
 */
export async function bench([gigabytes = '10']: string[]): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'placet-bench-'))
  try {
    const files = await sparseFiles(folder, Math.ceil((Number(gigabytes) * GIGABYTE) / PICTURE_BYTES_MOST))
    const store = await openDiskStore(folder)
    const archiveOf = (some: ArchivedFile[]) =>
      getRequestListener(() => sendArchive(store, { files: some, saveAs: 'bench', now: new Date() }))
    // What a first request loads and sets aside is not growth.
    await download(archiveOf(files.slice(0, 8)))
    const plain = await download((_, response) => sendOneAfterTheOther(folder, files, response))
    const zipped = await download(archiveOf(files))
    const payload = files.reduce((sum, { bytes }) => sum + bytes, 0)
    if (zipped.bytes < payload || plain.bytes !== payload) throw new Error('not everything came')
    const figures = { gigabytes: payload / GIGABYTE, files: files.length, grownMiB: zipped.grownMiB }
    return {
      name: 'archive',
      ours: zipped.seconds,
      floor: plain.seconds,
      ratio: zipped.seconds / plain.seconds,
      ...figures,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function sparseFiles(folder: string, count: number): Promise<ArchivedFile[]> {
  const files: ArchivedFile[] = []
  for (let number = 1; number <= count; number++) {
    const id = String(number).padStart(16, '0')
    const key = `originals/${id.slice(-2)}/${id}.png`
    const path = join(folder, key)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, '')
    await truncate(path, PICTURE_BYTES_MOST)
    files.push({ name: `entry-${id}.png`, key, bytes: PICTURE_BYTES_MOST, about: { entry: number } })
  }
  return files
}

function sendOneAfterTheOther(folder: string, files: ArchivedFile[], response: ServerResponse): Promise<void> {
  async function* chunks() {
    for (const { key } of files) yield* createReadStream(join(folder, key))
  }
  return pipeline(chunks, response)
}

interface Downloaded {
  bytes: number
  seconds: number
  grownMiB: number
}

async function download(listener: Parameters<typeof createServer>[1] & object): Promise<Downloaded> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const before = process.memoryUsage.rss()
  let most = before
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, SAMPLE_MS)
  const startedAt = performance.now()
  const program = fileURLToPath(new URL('./archive/download.ts', import.meta.url))
  const { stdout } = await run(process.execPath, ['--import', 'tsx', program, `http://127.0.0.1:${port}/`])
  const seconds = (performance.now() - startedAt) / 1000
  clearInterval(sampling)
  await new Promise((resolve) => server.close(resolve))
  return { bytes: Number(stdout), seconds, grownMiB: Math.round((most - before) / MEBIBYTE) }
}
