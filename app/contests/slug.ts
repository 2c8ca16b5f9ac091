/** Leaves room for '-12' behind it within the 80 characters of the column. */
const SLUG_MAX = 70

/** 'Scarpe per città fredde!' → 'scarpe-per-citta-fredde'; a title without two Latin letters gets the word given. */
export function slugOf(title: string, otherwise = 'contest'): string {
  const slug = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_MAX)
    .replace(/^-+|-+$/g, '')
  return slug.length >= 2 ? slug : otherwise
}

/** The first of slug, slug-2, slug-3 … that is not taken. */
export function freeSlug(slug: string, taken: readonly string[]): string {
  if (!taken.includes(slug)) return slug
  let number = 2
  while (taken.includes(`${slug}-${number}`)) number += 1
  return `${slug}-${number}`
}
