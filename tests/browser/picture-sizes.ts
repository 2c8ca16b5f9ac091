import type { Page } from '@playwright/test'

/** A row of a wall grows to fill its line, by how much only the browser knows; a preview is narrower than the page that it shows. */
const TIMES = { least: 0.7, most: 1.7 }
/** Below it the smallest rendition serves everybody. */
const DRAWN_PX_LEAST = 100

/**
 * Pictures whose `sizes` promise another width than the one that they are drawn with, in words. A picture chosen from a `srcset` of
 * widths has the promised width as its natural one (HTML, density-corrected intrinsic size). What is not loaded yet says nothing.
 */
export async function misfitPictures(page: Page): Promise<string[]> {
  const pictures = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('img[srcset]')]
      .filter((image) => image.complete && image.naturalWidth > 0)
      .map((image) => {
        const { width, height } = image.getBoundingClientRect()
        const { objectFit } = getComputedStyle(image)
        const atHeight = (height * image.naturalWidth) / image.naturalHeight
        const fits: Record<string, number> = { cover: Math.max(width, atHeight), contain: Math.min(width, atHeight) }
        return { sizes: image.sizes, promised: image.naturalWidth, drawn: fits[objectFit] ?? width }
      }),
  )
  return pictures
    .filter(({ drawn }) => drawn >= DRAWN_PX_LEAST)
    .filter(({ promised, drawn }) => promised < drawn * TIMES.least || promised > drawn * TIMES.most)
    .map(({ sizes, promised, drawn }) => `a picture drawn ${Math.round(drawn)} px wide asks for ${promised}: ${sizes}`)
}
