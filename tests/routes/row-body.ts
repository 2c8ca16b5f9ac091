import { fourCorners } from '../images/sample-files.ts'
import type { Row } from './role-matrix.ts'

/** The fields as a browser would send them for this row, with a real picture where the form takes one. */
export async function bodyOf(row: Row, fields: Record<string, string | readonly string[]> = {}) {
  const body = row.multipart ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  }
  if (row.picture && body instanceof FormData) body.append(row.picture, await aPicture())
  return body
}

let picture: Promise<File> | undefined

function aPicture(): Promise<File> {
  picture ??= fourCorners(1600, 1600)
    .jpeg()
    .toBuffer()
    .then((bytes) => new File([new Uint8Array(bytes)], 'boot.jpg', { type: 'image/jpeg' }))
  return picture
}
