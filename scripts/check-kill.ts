import { readdir } from 'node:fs/promises'
import { settleMode } from '#app/config.server.ts'
import { openPictureWorkshop } from '#app/images/picture-workshop.server.ts'
import { openUnfinishedUploads } from '#app/images/unfinished-uploads.server.ts'
import { compileMessages } from './compile-messages.ts'
import { endWithSentences } from './end-with-sentences.ts'
import { type KillReport, killWhileTaking } from './kill-while-taking.ts'
import { isBuilt } from './remix-app.ts'
import type { ScratchSite } from './scratch-site.ts'

/**
 * Kills a production server to which designers upload as often as is said, on files and a database of its own, and tells what was left.
 */
const KILLS = 200
const TELL_EVERY_KILLS = 20
/** When even an upload that could have gone on is given up. */
const LATER_MS = 25 * 60 * 60 * 1000

await endWithSentences(async () => {
  const kills = Number(process.argv[2] ?? KILLS)
  if (!Number.isInteger(kills) || kills < 1) return ['npm run check:kill -- KILLS   (200 when not said)']
  settleMode('production')
  if (!isBuilt()) return ['There is no build to check. Run npm run build first.']
  await compileMessages()
  // Only now: they stand on the messages, which a fresh clone does not have yet.
  const { openScratchSite } = await import('./scratch-site.ts')
  const { openContest } = await import('./hostile/scratch-contest.ts')
  const site = await openScratchSite((db, config) => openContest(db, config))
  try {
    return complaints(await killServer(site, kills), await sweepUnfinished(site))
  } finally {
    await site.stop()
  }
})

async function killServer(site: ScratchSite & { prepared: string }, kills: number): Promise<KillReport> {
  const { servingVictim } = await import('./serving-victim.ts')
  const { drawPlainPictures } = await import('./hostile/plain-pictures.ts')
  const workshop = await openPictureWorkshop({ uploadsDir: site.config.uploadsDir, workers: 1 })
  const onKill = (kill: number) => {
    if (kill % TELL_EVERY_KILLS === 0) console.log(`${kill} of ${kills} kills`)
  }
  try {
    const victim = servingVictim(site, (await drawPlainPictures()).jpeg)
    const report = await killWhileTaking(site.db, workshop, { kills, victim, onKill })
    console.log(`${kills} kills: ${report.accepted} pictures accepted, ${report.rows} with rows`)
    console.log(`${report.lost.length} accepted pictures lost, ${report.torn.length} files torn or missing`)
    console.log(`${report.leftByKills} files without a row or cut short; after one sweep ${report.leftBySweep}`)
    return report
  } finally {
    await workshop.close()
  }
}

/** Answers what is left of uploads that were on their way, once their time is over. */
async function sweepUnfinished({ config: { unfinishedUploadsDir } }: ScratchSite): Promise<string[]> {
  const filesLeft = async () => {
    const entries = await readdir(unfinishedUploadsDir, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  }
  const before = await filesLeft()
  await openUnfinishedUploads(unfinishedUploadsDir).sweep(new Date(Date.now() + LATER_MS))
  const after = await filesLeft()
  console.log(`${before.length} files of uploads that could go on; when their time is over ${after.length}`)
  return after
}

function complaints({ lost, torn, leftBySweep }: KillReport, unfinished: string[]): string[] {
  return [
    ...lost.map((sha256) => `The picture with the SHA-256 ${sha256} was accepted and has no row.`),
    ...torn.map((key) => `${key} has a row and is not whole.`),
    ...(leftBySweep > 0 ? ['One sweep did not clear up.'] : []),
    ...unfinished.map((name) => `${name} of an unfinished upload was not swept.`),
  ]
}
