import sharp from 'sharp'
import { randomFrom } from '#db/seeds/drawings/drawing.ts'
import { ALTERATIONS } from './alterations.ts'
import { makeDesigns } from './designs.ts'
import type { Judged } from './figures.ts'
import { type Known, known, likenessTo, plainDistance, searchOf } from './look-up.ts'
import type { Kept, ShareOrder, ShareReport } from './shares.ts'

/** One of the processes that share the work: it makes every so many-th design, learns of the others', and judges its own. */
async function judgeShare({ first, each, share, shares }: ShareOrder): Promise<void> {
  const own: { at: number; file: Buffer; kept: Kept }[] = []
  let at = -1
  for (const make of makeDesigns(first, each)) {
    at += 1
    if (at % shares !== share) continue
    const { file, ...design } = await make()
    own.push({ at, file, kept: { ...design, ...(await known(file)) } })
  }
  report({ made: own.map(({ at, kept }) => ({ at, kept })) })
  const kept = await new Promise<Kept[]>((resolve) => process.once('message', resolve))
  for (const { at, file, kept: source } of own) {
    const judged = judge(source, source, null, kept)
    for (const { name, of } of ALTERATIONS) {
      const copy = await known(await of(file, randomFrom(source.name, name)))
      judged.push(...judge(copy, source, name, kept))
    }
    report({ at, judged })
  }
}

/** A picture against every design: its own source, for which it should be found, and all others, for which it should not. */
function judge(picture: Known, source: Kept, alteration: string | null, kept: Kept[]): Judged[] {
  const search = searchOf(picture)
  return kept
    .filter((other) => alteration !== null || other.name !== source.name)
    .map((other) => ({
      ...{ alteration, family: source.family, relation: relationOf(source, other) },
      found: likenessTo(search, other) !== null,
      plainBits: plainDistance(picture, other),
    }))
}

function relationOf(source: Kept, other: Kept): Judged['relation'] {
  if (other.name === source.name) return 'copy'
  if (other.kin === source.kin) return 'kin'
  return other.family === source.family ? 'family' : 'other'
}

function report(message: ShareReport): void {
  process.send?.(message)
}

// As many processes as there are cores.
sharp.concurrency(1)
process.once('message', async (order: ShareOrder) => {
  await judgeShare(order)
  process.disconnect()
})
