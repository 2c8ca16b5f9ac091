import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { KILL_WITHIN_MS, type Victim } from './kill-while-taking.ts'

interface TakingVictimDetails {
  databaseFile: string
  uploadsDir: string
  /** The picture that is taken again and again, and an account that takes it. */
  sourcePath: string
  uploadedBy: string
  /** What Node is told to run: the source, with its compiler, unless it was built. */
  program?: string[]
}

const PROGRAM = ['--import', 'tsx', fileURLToPath(new URL('./take-until-killed.ts', import.meta.url))]

/** A process that takes pictures without a web server around it: soon started, so that many kills meet it at work. */
export function takingVictim(details: TakingVictimDetails): Victim {
  const { databaseFile, uploadsDir, sourcePath, uploadedBy, program = PROGRAM } = details

  async function runAndKill(): Promise<string[]> {
    const settings = [databaseFile, uploadsDir, sourcePath, uploadedBy]
    const taker = spawn(process.execPath, [...program, ...settings], { stdio: ['ignore', 'pipe', 'inherit'] })
    let told = ''
    taker.stdout.setEncoding('utf8').on('data', (words) => {
      told += words
    })
    const ended = once(taker, 'close')
    await Promise.race([once(taker.stdout, 'data'), ended])
    setTimeout(() => taker.kill('SIGKILL'), Math.random() * KILL_WITHIN_MS)
    const [, signal] = await ended
    if (signal !== 'SIGKILL') throw new Error('the process that takes pictures ended before it was killed')
    // A line that was not ended was not told.
    return told.split('\n').slice(0, -1)
  }
  return { runAndKill }
}
