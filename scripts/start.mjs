// What `npm start` runs: the server as it was built, which is there in half the time that its sources take to be read.
import { existsSync } from 'node:fs'

const built = new URL('../build/start/start.js', import.meta.url)
if (!existsSync(built)) {
  console.error('There is no build to serve. Run npm run build first, or npm run dev to develop.')
  process.exit(1)
}
await import(built.href)
