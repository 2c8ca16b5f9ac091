import { settleMode } from '#app/config.server.ts'
import { compileMessages } from './compile-messages.ts'
import { endWithSentences } from './end-with-sentences.ts'
import { isBuilt } from './remix-app.ts'

/**
 * What becomes of a vote when the machine fails: kills the production server in the middle of scores from eight clients as often as is
 * said, and lets it vote on a disk that is full; then holds what the clients were told against the rows and the record.
 */
const ROUNDS = 100
const TELL_EVERY_ROUNDS = 10
const ENTRIES = 60
const VOTERS = 400
const DISK_MEGABYTES = 40
/** Issue and promise of the vote: ready again two seconds after it was killed. */
const READY_MS_MOST = 2000

await endWithSentences(async () => {
  const rounds = Number(process.argv[2] ?? ROUNDS)
  if (!Number.isInteger(rounds) || rounds < 1) return ['npm run check:votes -- ROUNDS   (100 when not said)']
  settleMode('production')
  if (!isBuilt()) return ['There is no build to check. Run npm run build first.']
  await compileMessages()
  return [...(await killed(rounds)), ...(await full())]
})

async function killed(rounds: number): Promise<string[]> {
  // Only now: they stand on the messages, which a fresh clone does not have yet.
  const { openScratchSite } = await import('./scratch-site.ts')
  const { openVote } = await import('./votes/crowd.ts')
  const { killWhileVoting } = await import('./votes/kill-while-voting.ts')
  const site = await openScratchSite((db, config) => openVote(db, config, { entries: ENTRIES, voters: VOTERS }))
  const onRound = (round: number) => {
    if (round % TELL_EVERY_ROUNDS === 0) console.log(`${round} of ${rounds} kills`)
  }
  try {
    const report = await killWhileVoting(site, { rounds, onRound })
    const { acknowledged, scores, lost, doubled, halves, readyMs } = report
    const [middle, most] = [readyMs[Math.floor(readyMs.length / 2)] ?? 0, readyMs.at(-1) ?? 0]
    console.log(`${rounds} kills: ${acknowledged} scores acknowledged, ${scores} kept, ${report.events} events`)
    console.log(`${lost} lost, ${doubled} doubled, ${halves} half written; chain ${chainInWords(report.brokenAt)}`)
    console.log(`ready again after ${middle} ms in the middle, ${most} ms at most`)
    return [...complaints(report), ...(most > READY_MS_MOST ? [`Ready again only after ${most} ms.`] : [])]
  } finally {
    await site.stop()
  }
}

async function full(): Promise<string[]> {
  const { openScratchSite } = await import('./scratch-site.ts')
  const { openVote } = await import('./votes/crowd.ts')
  const { mountSmallDisk } = await import('./votes/small-disk.ts')
  const { voteOnFullDisk } = await import('./votes/vote-on-full-disk.ts')
  const disk = await mountSmallDisk(DISK_MEGABYTES)
  if (!disk) return ['The disk was not filled: only root may mount a small one. Everything else was checked.']
  try {
    const vote = { entries: ENTRIES, voters: VOTERS }
    const site = await openScratchSite((db, config) => openVote(db, config, vote), { disk: disk.folder })
    try {
      const report = await voteOnFullDisk(site, disk)
      console.log(`on a full disk, answers by status: ${JSON.stringify(report.answers)}`)
      console.log(`${report.acknowledged} scores acknowledged, ${report.scores} kept, ${report.events} events`)
      console.log(`${report.lost} lost, ${report.doubled} doubled, ${report.halves} half written`)
      console.log(`chain ${chainInWords(report.brokenAt)}; taken again ${report.recoveredMs} ms after there was room`)
      const others = Object.keys(report.answers).filter((status) => status !== '200' && status !== '503')
      return [
        ...complaints(report),
        ...(report.answers[503] ? [] : ['The full disk was never met.']),
        ...(others.length > 0 ? [`Answered ${others.join(', ')} on a full disk.`] : []),
        ...(report.withoutWait > 0 ? ['A 503 did not say when to come back.'] : []),
        ...(report.recoveredMs === null ? ['No score was taken after there was room again.'] : []),
      ]
    } finally {
      await site.stop()
    }
  } finally {
    await disk.remove()
  }
}

function chainInWords(brokenAt: number | null): string {
  return brokenAt === null ? 'whole' : `broken at ${brokenAt}`
}

function complaints(report: { lost: number; doubled: number; halves: number; brokenAt: number | null }): string[] {
  return [
    ...(report.lost > 0 ? [`${report.lost} acknowledged scores are lost.`] : []),
    ...(report.doubled > 0 ? [`${report.doubled} events are in the record more than once.`] : []),
    ...(report.halves > 0 ? [`${report.halves} scores are half written.`] : []),
    ...(report.brokenAt === null ? [] : [`The chain breaks at ${report.brokenAt}.`]),
  ]
}
