import { randomFrom } from '#db/seeds/drawings/drawing.ts'
import type { BenchResult } from '../bench.ts'
import { ALTERATIONS } from './originality/alterations.ts'
import { measureCrowd } from './originality/crowd.ts'
import { type MadeDesign, makeDesigns } from './originality/designs.ts'
import { type Judged, plainRecall, printTables } from './originality/figures.ts'
import { type Known, known, likenessTo, plainDistance, searchOf } from './originality/look-up.ts'

/** The thresholds were chosen on the designs from 1,000 on; none of these were looked at. */
const FIRST_UNSEEN = 500_000
const EACH_FAMILY = 14

type Kept = Omit<MadeDesign, 'file'> & Known

/**
 * How many altered copies are found, and how many pictures of somebody else are taken for copies, by alteration and by family of
 * designs: each altered copy is looked up among all designs, as an upload is. `ours` is our recall; `floor` that of the plain 64-bit
 * hash which packages offer, allowed as many false alarms.
 */
export async function bench(options: string[]): Promise<BenchResult> {
  const each = Number(options[0] ?? EACH_FAMILY)
  const kept: Kept[] = []
  const files: Buffer[] = []
  for await (const { file, ...design } of makeDesigns(FIRST_UNSEEN, each)) {
    kept.push({ ...design, ...(await known(file)) })
    files.push(file)
  }
  console.log(`${kept.length} designs, ${ALTERATIONS.length} alterations of each`)
  const judged: Judged[] = []
  for (const source of kept) judged.push(...judge(source, source, null, kept))
  // The next design's copies are made while this one's are looked up.
  let making = alter(files[0], kept[0])
  for (const [at, source] of kept.entries()) {
    const copies = await making
    making = alter(files[at + 1], kept[at + 1])
    for (const { name, copy } of copies) judged.push(...judge(copy, source, name, kept))
  }
  const found = printTables(judged)
  const floor = plainRecall(judged, found.falseAlarms)
  const ratio = floor === 0 ? 0 : found.recall / floor
  return { name: 'originality', ours: found.recall, floor, ratio, ...found, ...(await measureCrowd()) }
}

function alter(file: Buffer | undefined, source: Kept | undefined): Promise<{ name: string; copy: Known }[]> {
  if (!file || !source) return Promise.resolve([])
  return Promise.all(
    ALTERATIONS.map(async ({ name, of }) => ({
      name,
      copy: await known(await of(file, randomFrom(source.name, name))),
    })),
  )
}

/** A picture against every design: its own source, for which it should be found, and all others, for which it should not. */
function judge(picture: Known, source: Kept, alteration: string | null, kept: Kept[]): Judged[] {
  const search = searchOf(picture)
  return kept
    .filter((other) => alteration !== null || other !== source)
    .map((other) => ({
      ...{ alteration, family: source.family, relation: relationOf(source, other) },
      found: likenessTo(search, other) !== null,
      plainBits: plainDistance(picture, other),
    }))
}

function relationOf(source: Kept, other: Kept): Judged['relation'] {
  if (other === source) return 'copy'
  if (other.kin === source.kin) return 'kin'
  return other.family === source.family ? 'family' : 'other'
}
