import type { AppLoadContext } from '@remix-run/node'
import type { Viewer } from '#app/accounts/roles.ts'
import type { ContestCard } from '#app/contests/contest-lists.server.ts'
import { findContestFacts } from '#app/contests/contests.server.ts'
import { findGalleryPage } from '#app/entries/gallery-entries.server.ts'
import type { StripContest } from './contest-strip.tsx'

const STRIP_PICTURES_MOST = 10

/** Contests with the first pictures of today's gallery: its order changes daily and says nothing about votes. */
export async function listStrips(
  { db, clock }: Pick<AppLoadContext, 'db' | 'clock'>,
  contests: readonly ContestCard[],
  viewer: Viewer | null,
): Promise<StripContest[]> {
  const strips: StripContest[] = []
  for (const contest of contests) {
    const facts = await findContestFacts(db, { id: contest.contestId })
    const gallery = facts && (await findGalleryPage(db, { contest: facts, viewer, page: 1 }, clock()))
    const pictures = (gallery?.entries ?? []).flatMap(({ picture }) => picture ?? [])
    strips.push({ contest, pictures: pictures.slice(0, STRIP_PICTURES_MOST) })
  }
  return strips
}
