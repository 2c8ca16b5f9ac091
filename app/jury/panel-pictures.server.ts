import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { ContestFacts } from '#app/contests/contests.server.ts'
import { maySee } from '#app/contests/seal.ts'
import { type Archived, listArchivedArtworks, weighArchivedArtworks } from '#app/entries/archived-artworks.server.ts'
import type { ArchivedFile } from '#app/images/archive-pictures.server.ts'
import type { Database } from '#db/schema.ts'
import { type DocketLine, findLightTable } from './light-table.server.ts'

export interface PanelPictures {
  archived: Archived
  files: ArchivedFile[]
}

interface Asking {
  facts: ContestFacts
  viewer: Viewer
}

/** The originals once the seal gives them to the panel; until then what no camera or program has left a name in. */
export function whatIsArchived({ facts, viewer }: Asking, now: Date): Archived {
  return maySee(viewer, 'originals', facts, now) ? 'originals' : 'renditions'
}

/** All pictures on a juror's light table, to look at elsewhere; null while the table itself is sealed. */
export async function findPanelPictures(
  db: Kysely<Database>,
  { facts, viewer }: Asking,
  now: Date,
): Promise<PanelPictures | null> {
  const lines = await findLightTable(db, { facts, viewer }, now)
  if (lines === null) return null
  const archived = whatIsArchived({ facts, viewer }, now)
  return { archived, files: await listArchivedArtworks(db, idsOf(lines), archived) }
}

export function weighPanelPictures(
  db: Kysely<Database>,
  lines: readonly DocketLine[],
  archived: Archived,
): Promise<{ pictures: number; bytes: number }> {
  return weighArchivedArtworks(db, idsOf(lines), archived)
}

function idsOf(lines: readonly DocketLine[]): string[] {
  return lines.map(({ entry }) => entry.id)
}
