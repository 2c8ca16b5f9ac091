import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Config } from '#app/config.server.ts'
import { DEMO_BRAND } from '#db/seeds/brand.ts'

/**
 * The demo's own settings win over the environment's: starting over deletes its database and its pictures, and those must never
 * be the real ones; and nobody in it wants mail.
 */
export const DEMO_SETTINGS = {
  BRAND_NAME: DEMO_BRAND,
  DATABASE_FILE: 'db/demo.sqlite',
  UPLOADS_DIR: 'uploads/demo',
  PICTURE_STORE: 'disk',
  MAIL_DIR: 'db/outbox/demo',
  SMTP_URL: undefined,
} as const

/** Written when everything is there: without it a seeding was interrupted, and the demo starts over. */
const MARKER = 'db/demo.sqlite.complete'

const mapSchema = z.object({
  seededAt: z.iso.datetime(),
  voting: z.string(),
  duels: z.string(),
  open: z.string(),
  announced: z.string(),
  jury: z.string(),
  halfway: z.string(),
  halfwayRun: z.string(),
  launched: z.string(),
  product: z.string(),
  noProduction: z.string(),
})
export type SeededDemo = z.infer<typeof mapSchema>

export function findSeededDemo(): SeededDemo | undefined {
  if (!existsSync(MARKER) || !existsSync(DEMO_SETTINGS.DATABASE_FILE)) return undefined
  try {
    return mapSchema.parse(JSON.parse(readFileSync(MARKER, 'utf8')))
  } catch {
    // Cut off while it was written, or of an older version.
    return undefined
  }
}

export function markSeeded(demo: SeededDemo): void {
  writeFileSync(MARKER, JSON.stringify(demo, null, 2))
}

/** Takes away what the demo made, and nothing else. */
export function clearDemo(): void {
  const { DATABASE_FILE, UPLOADS_DIR, MAIL_DIR } = DEMO_SETTINGS
  // The marker goes first: whatever is left after an interruption is not taken for a demo.
  for (const path of [MARKER, DATABASE_FILE, `${DATABASE_FILE}-wal`, `${DATABASE_FILE}-shm`, UPLOADS_DIR, MAIL_DIR]) {
    rmSync(path, { recursive: true, force: true })
  }
}

export function makeRoom({ databaseFile, uploadsDir }: Config): void {
  mkdirSync(dirname(databaseFile), { recursive: true })
  mkdirSync(uploadsDir, { recursive: true })
}
