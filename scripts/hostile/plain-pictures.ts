import { renderDrawing } from '#db/seeds/drawings/render-drawing.ts'

const WIDTH = 400
const HEIGHT = 300
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<rect width="400" height="300" fill="#c8a464"/><circle cx="150" cy="140" r="90" fill="#284878"/><path d="M40 260 L360 200 L360 280 Z" fill="#8c2f1b"/></svg>`

/** Small pictures with nothing wrong in them, to spoil. */
export interface PlainPictures {
  jpeg: Buffer
  png: Buffer
  webp: Buffer
  avif: Buffer
}

export async function drawPlainPictures(): Promise<PlainPictures> {
  const drawing = { svg: SVG, width: WIDTH, height: HEIGHT, alt: { en: '', it: '' } }
  const [jpeg, png, webp, avif] = await Promise.all(
    (['jpeg', 'png', 'webp', 'avif'] as const).map((format) => renderDrawing(drawing, format)),
  )
  if (!jpeg || !png || !webp || !avif) throw new Error('nothing was drawn')
  return { jpeg, png, webp, avif }
}
