import { opendir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { settleMode } from '#app/config.server.ts'
import { compileMessages } from './compile-messages.ts'
import { endWithSentences } from './end-with-sentences.ts'
import { isBuilt } from './remix-app.ts'

/**
 * Posts every file of the folders, and bombs of our own, to a production server with a scratch database, and tells what became
 * of them: progress for people on stderr, one line of JSON for programs on stdout. Fails when a promise is broken.
 */
const TELL_EVERY_FILES = 100

await endWithSentences(async () => {
  settleMode('production')
  const folders = process.argv.slice(2)
  for (const folder of folders) {
    if (!(await stat(folder).catch(() => null))) return [`There is no ${folder}.`]
  }
  if (!isBuilt()) return ['There is no build to check. Run npm run build first.']
  await compileMessages()
  // Only now: they stand on the messages, which a fresh clone does not have yet.
  const { checkHostile } = await import('./hostile/check-server.ts')
  const { brokenPromises } = await import('./hostile/hostile-report.ts')
  let count = 0
  const report = await checkHostile(filesIn(folders), ({ file, status, ms }) => {
    count += 1
    if (count % TELL_EVERY_FILES === 0)
      console.error(`${count} files; the last was ${file}: ${status} in ${Math.round(ms)} ms`)
  })
  const broken = brokenPromises(report)
  console.error(JSON.stringify(report, null, 2))
  console.error(broken.length === 0 ? 'Every promise was kept.' : `${broken.length} promises were broken:`)
  console.log(JSON.stringify({ ...report, kept: broken.length === 0 }))
  return broken
})

async function* filesIn(folders: string[]) {
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
    if ((await stat(folder)).isFile()) yield fileAt(folder)
    else {
      for await (const entry of await opendir(folder)) {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) folders.push(path)
        else if (entry.isFile()) yield fileAt(path)
      }
    }
  }
}

function fileAt(path: string) {
  return { name: path, read: () => readFile(path) }
}
