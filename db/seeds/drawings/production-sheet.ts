/** One page of lines at real size, with what a tech pack would say of it. */
export interface Sheet {
  title: string
  widthMm: number
  heightMm: number
  /** What its designer wrote with it. */
  note: string
}

const POINTS_PER_MM = 72 / 25.4

/** A PDF by hand: its frame at real size, crop marks, and its title. Everything in it is ASCII, so that bytes are characters. */
export function drawSheet({ title, widthMm, heightMm }: Sheet): Buffer {
  const [width, height] = [widthMm, heightMm].map((mm) => Math.round(mm * POINTS_PER_MM))
  const drawing = [
    `0.5 w 20 20 ${Number(width) - 40} ${Number(height) - 40} re S`,
    `20 20 m ${Number(width) - 20} ${Number(height) - 20} l S`,
    `BT /F1 14 Tf 30 30 Td (${title.replace(/[^\x20-\x7e]|[()\\]/g, '')} 1:1) Tj ET`,
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return String(offset).padStart(10, '0')
  })
  const table = ['0000000000 65535 f ', ...offsets.map((offset) => `${offset} 00000 n `)].join('\n')
  const end = `xref\n0 ${objects.length + 1}\n${table}\ntrailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>`
  return Buffer.from(`${file}${end}\nstartxref\n${file.length}\n%%EOF\n`, 'latin1')
}
