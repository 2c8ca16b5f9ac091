import { setTimeout } from 'node:timers/promises'
import { openScratchSite } from '../scratch-site.ts'
import type { HostileFile } from './hostile-file.ts'
import { makeHostileFiles } from './hostile-files.ts'
import { type Answered, type HostileReport, report } from './hostile-report.ts'
import { nameReason } from './name-reason.ts'
import { drawPlainPictures } from './plain-pictures.ts'
import { type FileToPost, postAll } from './post-all.ts'
import { openContest } from './scratch-contest.ts'
import { serverMiB, watchMemory } from './watch-memory.ts'

/** What a server loads and sets aside with its first pictures is not growth. */
const WARMING_POSTS = 200
/** Photos of a large camera are among them. */
const LARGE_EVERY_POSTS = 8
const LARGE_BYTES = 20_000_000
/** For the garbage of the warming to be let go of. */
const REST_MS = 3000

/** Starts a server, posts the files and our own, and stops it. */
export async function checkHostile(
  given: AsyncIterable<FileToPost>,
  onAnswer: (answered: Answered) => void,
): Promise<HostileReport> {
  const site = await openScratchSite((db, config) => openContest(db, config))
  try {
    await postAll(site, warming(), () => undefined)
    await setTimeout(REST_MS)
    const warmMiB = serverMiB(site.pid())
    const memory = watchMemory(site.pid())
    const answers: Answered[] = []
    const expected = new Map<string, HostileFile['expected']>()
    await postAll(site, everything(given, expected), (answered) => {
      answers.push(answered)
      onAnswer(answered)
    })
    memory.stop()
    const wrong = [...answers.flatMap((answered) => contradiction(answered, expected)), ...site.faults]
    const { deaths } = site
    return report({ answers, deaths, memory: memory.seen, warmMiB, serverEnded: site.ended(), wrong })
  } finally {
    await site.stop()
  }
}

/** Each differs from all others by a byte behind its end, since no entry takes the same file twice. */
async function* warming(): AsyncGenerator<FileToPost, undefined> {
  const plain = Object.values(await drawPlainPictures())
  for (let post = 0; post < WARMING_POSTS; post++) {
    const behind = Buffer.alloc(post % LARGE_EVERY_POSTS === 0 ? LARGE_BYTES : 8, post)
    const bytes = Buffer.concat([plain[post % plain.length] ?? Buffer.alloc(0), behind])
    yield { name: 'warming', read: async () => bytes }
  }
}

async function* everything(
  given: AsyncIterable<FileToPost>,
  expected: Map<string, HostileFile['expected']>,
): AsyncGenerator<FileToPost, undefined> {
  for await (const { name, bytes, expected: wanted } of makeHostileFiles()) {
    expected.set(name, wanted)
    yield { name, read: async () => bytes }
  }
  yield* given
}

function contradiction({ file, status, sentence }: Answered, expected: Map<string, HostileFile['expected']>): string[] {
  const wanted = expected.get(file)
  const said = status === 201 ? 'accepted' : nameReason(sentence ?? '')
  return !wanted || wanted === 'either' || wanted === said ? [] : [`${file} should be ${wanted}, and was ${said}.`]
}
