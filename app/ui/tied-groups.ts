/** Which groups of a table hold designs that are declared tied; `all` where nothing but one such group is in it. */
export function tiedGroups(rows: readonly { tieGroup: number }[]): { groups: ReadonlySet<number>; all: boolean } {
  const sizes = new Map<number, number>()
  for (const { tieGroup } of rows) sizes.set(tieGroup, (sizes.get(tieGroup) ?? 0) + 1)
  const groups = new Set([...sizes].filter(([, size]) => size > 1).map(([group]) => group))
  return { groups, all: sizes.size === 1 && rows.length > 1 }
}
