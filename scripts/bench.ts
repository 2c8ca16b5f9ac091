import { readdirSync } from 'node:fs'
import { endWithSentences } from './end-with-sentences.ts'

/**
 * Measures what was promised as a figure: `npm run bench -- NAME`. Each file in scripts/benches is one, exports `bench`, may print
 * what it likes on the way, and answers what becomes the last line: one JSON object.
 */
export interface BenchResult {
  name: string
  /** What we take, and what the least possible takes, in the unit that the bench says; their quotient. */
  ours: number
  floor: number
  ratio: number
  [figure: string]: unknown
}

const BENCHES = new URL('./benches/', import.meta.url)
const names = readdirSync(BENCHES)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))

await endWithSentences(async () => {
  const [name = '', ...options] = process.argv.slice(2)
  if (!names.includes(name)) return [`npm run bench -- NAME   where NAME is one of: ${names.join(', ')}`]
  const { bench }: { bench: (options: string[]) => Promise<BenchResult> } = await import(`./benches/${name}.ts`)
  console.log(JSON.stringify(await bench(options)))
  return []
})
