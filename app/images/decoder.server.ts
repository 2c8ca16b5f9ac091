import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { type Outcome, refused } from '#app/outcome.ts'
import type { Answer, CardJob, DecodeJob, Job, LateJob } from './decode-child.ts'
import { type DecoderDeath, whyEnded } from './decode-limits.ts'
import type { PictureRefusal } from './picture.ts'
import type { LateFile } from './render-late.server.ts'
import type { Rendering } from './render-picture.server.ts'

export interface DecoderOptions {
  /** Wall time of one job, from the moment a started child has it. */
  deadlineMs: number
  memoryMiB: number
  /** Told of every child that has started, and how long that took. */
  onReady?: (ms: number) => void
  /** Told of every child that ended over a job. */
  onDeath?: (death: DecoderDeath) => void
  /** Whether a death is the fault of the job's file, as it is unless said; a job whose file is not at fault is refused as 'too-busy'. */
  blamesFile?: (death: DecoderDeath) => boolean
  /** As in nice(1): how far behind the web process it stands in line for a core. */
  niceness?: number
  /** Another child is begun as soon as one dies, not with the next job. */
  replacesAtOnce?: boolean
}

/** A child process that takes one job at a time and is killed and replaced when a job goes wrong. */
export interface Decoder {
  decode(job: DecodeJob): Promise<Outcome<Rendering, PictureRefusal>>
  renderLate(job: LateJob): Promise<Outcome<LateFile[], PictureRefusal>>
  /** The bytes of a JPEG. */
  renderCard(job: CardJob): Promise<Outcome<Uint8Array, PictureRefusal>>
  /** Starts the child before there is a job for it. */
  getReady(): void
  /** For good. */
  stop(): Promise<void>
}

/** A child that has not said 'ready' by then is a broken installation, not a bad picture. */
const START_MS_MOST = 60_000
const NICENESS = 10
/**
 * Nothing of the server's: the process that opens strangers' files holds no secret. Pages of 2 MB for what is large halve the system's
 * share, a quarter of all the time that an AVIF of 20 megapixels takes; a C library other than glibc does not know the setting.
 */
const ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: 'production',
  VIPS_BLOCK_UNTRUSTED: '1',
  MALLOC_ARENA_MAX: '2',
  GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
}
const LAST_WORDS_LENGTH = 8000
const LAST_LINE_LENGTH = 300

interface Child {
  process: ChildProcess
  /** What it wrote since it was last asked for anything. */
  words: string
}

export function startDecoder(options: DecoderOptions): Decoder {
  let running: Promise<Child> | null = null
  let stopped = false

  function child(): Promise<Child> {
    running ??= startChild(options, (wasReady) => {
      running = null
      // What does not even start is tried again with the next job only.
      if (options.replacesAtOnce && wasReady && !stopped) getReady()
    })
    return running
  }

  /** Whoever comes with a job hears why it did not start. */
  function getReady(): void {
    child().catch(() => undefined)
  }

  async function answer<Made>(job: Job): Promise<Outcome<Made, PictureRefusal>> {
    return answerOf(await child(), job, options)
  }

  async function stop(): Promise<void> {
    stopped = true
    const child = await running?.catch(() => null)
    if (!child || !running) return
    const gone = once(child.process, 'exit')
    child.process.kill('SIGKILL')
    await gone
  }

  return { decode: answer<Rendering>, renderLate: answer<LateFile[]>, renderCard: answer<Uint8Array>, getReady, stop }
}

/** A child that dies over a file has met one that breaks decoders or fills the memory cap: the file is at fault. */
function answerOf<Made>(
  child: Child,
  job: Job,
  { deadlineMs, onDeath, blamesFile = () => true }: DecoderOptions,
): Promise<Outcome<Made, PictureRefusal>> {
  const { process } = child
  child.words = ''
  return new Promise((resolve, reject) => {
    const settle = (settled: () => void) => {
      clearTimeout(deadline)
      process.off('message', answered).off('close', died)
      settled()
    }
    const answered = (answer: Answer<Made>) =>
      settle(() => ('outcome' in answer ? resolve(answer.outcome) : reject(new Error(answer.failure))))
    // Waits for the end always, so that the next job is never sent to a dying child, and what it said last is heard.
    let late = false
    const died = (code: number | null, signal: string | null) => {
      const why = late ? 'over-deadline' : whyEnded(code, signal, child.words)
      const death: DecoderDeath = { why, code, signal, lastWords: lastLineOf(child.words) }
      onDeath?.(death)
      const tookTooLong = why === 'over-deadline' || why === 'over-cpu-limit'
      const reason = tookTooLong ? 'took-too-long' : 'damaged'
      settle(() => resolve(refused({ reason: blamesFile(death) ? reason : 'too-busy' })))
    }
    const deadline = setTimeout(() => {
      late = true
      process.off('message', answered)
      process.kill('SIGKILL')
    }, deadlineMs)
    process.on('message', answered).on('close', died)
    process.send(job, (error) => {
      if (error && !late) died(null, null)
    })
  })
}

function lastLineOf(words: string): string {
  return (words.trimEnd().split('\n').at(-1) ?? '').slice(0, LAST_LINE_LENGTH)
}

async function startChild(
  { memoryMiB, niceness = NICENESS, onReady }: DecoderOptions,
  onExit: (wasReady: boolean) => void,
): Promise<Child> {
  const begunAt = performance.now()
  const program = fileURLToPath(new URL('./decode-child.ts', import.meta.url))
  const compiler = program.endsWith('.ts') ? ['--import', createRequire(import.meta.url).resolve('tsx')] : []
  // Without a compiler the child maps no memory that can be written and run, and Node 24 does not count 512 MiB of it, twice,
  // towards the cap; the work is all in libvips.
  const [command, ...args] = capped(memoryMiB, [process.execPath, '--jitless', ...compiler, program, `${niceness}`])
  const started = spawn(command, args, {
    env: ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
  const child: Child = { process: started, words: '' }
  let ready = false
  started.once('exit', () => onExit(ready))
  // Decoders complain of every odd file: that is no matter for the server's log, except when nothing works.
  started.stderr?.setEncoding('utf8').on('data', (words) => {
    child.words = (child.words + words).slice(-LAST_WORDS_LENGTH)
  })
  const startTimer = setTimeout(() => started.kill('SIGKILL'), START_MS_MOST)
  const [first] = await Promise.race([once(started, 'message'), once(started, 'close')]).finally(() => {
    clearTimeout(startTimer)
  })
  ready = first === 'ready'
  if (!ready) throw new Error(`The picture decoder did not start. ${child.words}`)
  onReady?.(performance.now() - begunAt)
  return child
}

/**
 * Caps private memory with the shell's ulimit, which needs no tool beyond /bin/sh. macOS accepts the number and does not
 * enforce it, and Windows has no such cap: there the header limits and the deadline stand alone.
 */
function capped(memoryMiB: number, command: [string, ...string[]]): [string, ...string[]] {
  if (process.platform === 'win32') return command
  return ['/bin/sh', '-c', `ulimit -d ${memoryMiB * 1024} && exec "$@"`, 'sh', ...command]
}
