import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { type ContestReport, checkContest } from '#app/jury/export/check-contest.ts'
import type { Kept } from '#app/voting/export/check-export.ts'
import { NODE_HASHING } from '#app/voting/export/node-hashing.server.ts'
import { reportLines } from './verify-report.ts'

/**
 * Recounts the export of a closed vote and says whether all of it fits. Reads the file and nothing else: no database, no server, no
 * settings. scripts/verify.py does the same in another language and was written by the format alone.
 */
const USAGE = 'npm run verify -- FILE [--receipt CODE] [--head SEQUENCE:HASH] [--digest HASH] [--decision HASH]'

process.exitCode = await verify()

async function verify(): Promise<number> {
  const asked = readArguments()
  if (!asked) {
    console.error(USAGE)
    return 2
  }
  const report = await checkFile(asked.file, asked.kept).catch((error: NodeJS.ErrnoException) => error)
  if (report instanceof Error) {
    console.error(`${asked.file} cannot be read (${report.code ?? report.message}).`)
    return 2
  }
  for (const line of reportLines(report)) console.log(line)
  const fits = report.misfit === null && Object.values(report.kept).every(Boolean)
  console.log(fits ? 'Everything fits.' : 'NOT EVERYTHING FITS.')
  return fits ? 0 : 1
}

async function checkFile(file: string, kept: Kept): Promise<ContestReport> {
  const check = checkContest({ hashing: NODE_HASHING, kept })
  // One character a byte: whatever is not ASCII is then no line of the format, and nothing is mended on the way.
  for await (const piece of createReadStream(file, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
    if (!check.add(String(piece))) break
  }
  return check.end()
}

function readArguments(): { file: string; kept: Kept } | null {
  try {
    const text = { type: 'string' } as const
    const options = { receipt: text, head: text, digest: text, decision: text }
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [file, ...more] = positionals
    if (!file || more.length > 0) return null
    const [, sequence, hash] = /^([0-9]{1,15}):([0-9a-f]{64})$/.exec(values.head ?? '') ?? []
    if (values.head !== undefined && !hash) return null
    const head = hash && { head: { sequence: Number(sequence), hash } }
    return { file, kept: { ...(values.receipt && { receipt: values.receipt }), ...head, ...hashesOf(values) } }
  } catch {
    return null
  }
}

function hashesOf({ digest, decision }: { digest?: string; decision?: string }): Kept {
  return { ...(digest && { digest }), ...(decision && { decision }) }
}
