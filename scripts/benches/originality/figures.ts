/** One picture looked up against one kept design. */
export interface Judged {
  /** What was done to the picture; null for a design as it is. */
  alteration: string | null
  family: string
  /** The kept one is the picture's own source, or made to look like it, or of the same family, or anything else. */
  relation: 'copy' | 'kin' | 'family' | 'other'
  found: boolean
  /** How many of the plain hash's 64 bits differ. */
  plainBits: number
}

export interface Found {
  copies: number
  recall: number
  strangers: number
  falseAlarms: number
  falseAlarmsWithoutKin: number
}

/** Prints what was found by alteration and by family, and answers the sums. */
export function printTables(judged: readonly Judged[]): Found {
  const copies = judged.filter(({ relation }) => relation === 'copy')
  const strangers = judged.filter(({ relation }) => relation !== 'copy')
  console.log('\nRecall: altered copies that were found')
  printShares(copies, ({ alteration }) => alteration ?? '')
  console.log('\nRecall by family')
  printShares(copies, ({ family }) => family)
  console.log('\nFalse alarms: pairs of unlike designs that were taken for copies')
  printShares(strangers, ({ family, relation }) => `${family} and ${RELATION_WORDS[relation]}`)
  const recall = shareFound(copies)
  const alarms = strangers.filter(({ found }) => found)
  console.log(
    `\n${copies.length} copies, recall ${recall.toFixed(4)}; ${strangers.length} unlike pairs, ${alarms.length} false alarms`,
  )
  return {
    ...{ copies: copies.length, recall, strangers: strangers.length, falseAlarms: alarms.length },
    falseAlarmsWithoutKin: alarms.filter(({ relation }) => relation !== 'kin').length,
  }
}

const RELATION_WORDS = {
  copy: 'its source',
  kin: 'another on the same template or palette',
  family: 'another of its family',
  other: 'anything else',
}

function printShares(judged: readonly Judged[], labelOf: (one: Judged) => string): void {
  const groups = new Map<string, Judged[]>()
  for (const one of judged) {
    const group = groups.get(labelOf(one)) ?? []
    groups.set(labelOf(one), group)
    group.push(one)
  }
  for (const [label, group] of groups) {
    const found = group.filter((one) => one.found).length
    const share = ((100 * found) / group.length).toFixed(2).padStart(7)
    console.log(`  ${label.padEnd(58)} ${String(found).padStart(6)} of ${String(group.length).padStart(6)} ${share} %`)
  }
}

function shareFound(judged: readonly Judged[]): number {
  return judged.length === 0 ? 0 : judged.filter(({ found }) => found).length / judged.length
}

/** The recall of the plain hash when it may raise this many false alarms and not one more. */
export function plainRecall(judged: readonly Judged[], falseAlarms: number): number {
  const strangers = judged.filter(({ relation }) => relation !== 'copy').map(({ plainBits }) => plainBits)
  const bitsMost = strangers.toSorted((one, other) => one - other)[falseAlarms] ?? 64
  const copies = judged.filter(({ relation }) => relation === 'copy')
  return copies.filter(({ plainBits }) => plainBits < bitsMost).length / copies.length
}
