/** What the prize asks of a line of the result. */
interface Placed {
  /** Without its picture once it was taken down. */
  entry: { picture: unknown }
  standing: { place: number }
  finding: string | null
}

/**
 * Who receives the community prize: "the crowd's first still receives the community prize" where the jury let it not be made
 * (DESIGN.md, "The jury and the co-decision"). null where the crowd's first is the winner, who has the winner's prize. What was
 * taken down stands in the record and receives nothing.
 */
export function communityPrizeGoesTo<Line extends Placed>(lines: readonly Line[]): Line | null {
  const standing = lines.filter(({ entry }) => entry.picture !== null)
  const [first] = standing.toSorted((a, b) => a.standing.place - b.standing.place)
  return first && first.finding !== 'wins' ? first : null
}
