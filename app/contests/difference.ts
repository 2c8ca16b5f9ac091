/** A line of a text as it came to be: kept, taken away or added. */
export interface DifferenceLine {
  kind: 'kept' | 'removed' | 'added'
  text: string
}

/** Two texts of this many lines each cost a table of four million cells, a few tens of milliseconds. */
const LINES_MOST = 2000

/** What changed between two texts, line by line, by their longest common subsequence. */
export function differenceOf(before: string, after: string): DifferenceLine[] {
  const a = before.split('\n')
  const b = after.split('\n')
  if (a.length > LINES_MOST || b.length > LINES_MOST) return [...mark('removed', a), ...mark('added', b)]
  const common = commonLengths(a, b)
  const lines: DifferenceLine[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const [fromA = '', fromB = ''] = [a[i], b[j]]
    if (i < a.length && j < b.length && fromA === fromB) {
      lines.push({ kind: 'kept', text: fromA })
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      lines.push({ kind: 'removed', text: fromA })
      i += 1
    } else {
      lines.push({ kind: 'added', text: fromB })
      j += 1
    }
  }
  return lines
}

/** common[i][j]: the length of the longest common subsequence of a from i on and b from j on. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const common = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const length = a[i] === b[j] ? at(common, i + 1, j + 1) + 1 : Math.max(at(common, i + 1, j), at(common, i, j + 1))
      const row = common[i]
      if (row) row[j] = length
    }
  }
  return common
}

function at(common: readonly Uint16Array[], i: number, j: number): number {
  return common[i]?.[j] ?? 0
}

function mark(kind: 'removed' | 'added', texts: readonly string[]): DifferenceLine[] {
  return texts.map((text) => ({ kind, text }))
}
