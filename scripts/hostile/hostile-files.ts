import { avifOddities } from './avif-oddities.ts'
import { FOREIGN_FILES } from './foreign-files.ts'
import type { HostileFile } from './hostile-file.ts'
import { jpegOddities } from './jpeg-oddities.ts'
import { drawPlainPictures } from './plain-pictures.ts'
import { pngOddities } from './png-oddities.ts'
import { webpOddities } from './webp-oddities.ts'

/** Every bomb, lie and two-faced file that we know how to write, one at a time: together they weigh some 150 MB. */
export async function* makeHostileFiles(): AsyncGenerator<HostileFile> {
  const { jpeg, png, webp, avif } = await drawPlainPictures()
  yield* FOREIGN_FILES
  yield* pngOddities(png)
  yield* jpegOddities(jpeg)
  yield* webpOddities(webp)
  yield* avifOddities(avif)
}
