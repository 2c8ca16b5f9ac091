/** The code points that a font has a glyph for: its 'cmap' table in the two formats that fonts of today have (OpenType, cmap). */
export function lettersIn(font: Buffer): Set<number> {
  const letters = new Set<number>()
  const table = findTable(font, 'cmap')
  if (table === null) return letters
  for (let record = 0; record < font.readUInt16BE(table + 2); record += 1) {
    const subtable = table + font.readUInt32BE(table + 4 + 8 * record + 4)
    const format = font.readUInt16BE(subtable)
    if (format === 4) addSegments(font, subtable, letters)
    if (format === 12) addGroups(font, subtable, letters)
  }
  return letters
}

function findTable(font: Buffer, tag: string): number | null {
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8)
  }
  return null
}

function addSegments(font: Buffer, subtable: number, letters: Set<number>): void {
  const bytes = font.readUInt16BE(subtable + 6)
  const [ends, starts] = [subtable + 14, subtable + 16 + bytes]
  for (let at = 0; at < bytes; at += 2) {
    const [start, end] = [font.readUInt16BE(starts + at), font.readUInt16BE(ends + at)]
    const delta = font.readUInt16BE(starts + bytes + at)
    const offsetAt = starts + 2 * bytes + at
    const offset = font.readUInt16BE(offsetAt)
    for (let letter = start; letter <= end && letter < 0xffff; letter += 1) {
      const glyph =
        offset === 0 ? (letter + delta) & 0xffff : font.readUInt16BE(offsetAt + offset + 2 * (letter - start))
      if (glyph !== 0) letters.add(letter)
    }
  }
}

function addGroups(font: Buffer, subtable: number, letters: Set<number>): void {
  for (let group = 0; group < font.readUInt32BE(subtable + 12); group += 1) {
    const at = subtable + 16 + 12 * group
    for (let letter = font.readUInt32BE(at); letter <= font.readUInt32BE(at + 4); letter += 1) letters.add(letter)
  }
}
