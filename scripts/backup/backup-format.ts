import { z } from 'zod'

/*
 * A backup is one ZIP file in which nothing is compressed, so that any tool opens it: what it is (MANIFEST), the database (DATABASE),
 * each kept file under `files/` and its key, and last the digests of all, as `sha256sum -c` reads them (SUMS).
 */
export const MANIFEST = 'placet-backup.json'
export const DATABASE = 'placet.sqlite'
export const FILES = 'files/'
export const SUMS = 'SHA256SUMS'

export const manifestSchema = z.object({
  /** Of this layout. */
  format: z.literal(1),
  /** When the copy of the database was made; the files are those that it names. */
  madeAt: z.iso.datetime(),
  /** The migrations that the database has. */
  migrations: z.array(z.string()).min(1),
})

export type Manifest = z.infer<typeof manifestSchema>

/** Digests in hex by the name of the file. */
export function printSums(sums: ReadonlyMap<string, string>): string {
  return [...sums].map(([name, sha256]) => `${sha256}  ${name}\n`).join('')
}

/** null for a text of another form. */
export function parseSums(text: string): Map<string, string> | null {
  const sums = new Map<string, string>()
  for (const line of text.split('\n').slice(0, -1)) {
    const [, sha256, name] = /^([0-9a-f]{64}) {2}(\S+)$/.exec(line) ?? []
    if (!sha256 || !name || sums.has(name)) return null
    sums.set(name, sha256)
  }
  return sums.size > 0 && text.endsWith('\n') ? sums : null
}
