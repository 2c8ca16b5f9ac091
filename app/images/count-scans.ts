const START_OF_SCAN = Buffer.from([0xff, 0xda])
const END_OF_IMAGE = 0xd9
/**
 * Nothing else happens on this thread meanwhile, so it must end by itself: 25 MB of filling bytes would take ten seconds. Of a photo
 * of 25 MB about every hundredth byte is worth a step.
 */
const STEPS_MOST = 500_000

/**
 * Whether a JPEG is drawn in more passes than `most`. Each pass walks over all the pixels and may take no more than twenty bytes
 * to say nothing about them, so that a small file can keep a decoder busy for minutes; libvips sets no limit. A file that takes
 * too many steps to be told is answered as one that has more.
 */
export function hasMoreScans(jpeg: Buffer, most: number): boolean {
  // The same two bytes also stand in previews and in the data of profiles, so that only many of them are worth a closer look.
  return countOf(START_OF_SCAN, jpeg, most) > most && countScans(jpeg, most) > most
}

function countOf(bytes: Buffer, file: Buffer, most: number): number {
  let count = 0
  for (let at = file.indexOf(bytes); at >= 0 && count <= most; at = file.indexOf(bytes, at + 2)) count += 1
  return count
}

/** From segment to segment, to the end of the first image. */
function countScans(jpeg: Buffer, most: number): number {
  let scans = 0
  let at = 2
  for (let step = 0; scans <= most && at + 4 <= jpeg.length; step += 1) {
    if (step === STEPS_MOST) return most + 1
    const marker = jpeg[at + 1] ?? 0
    if (jpeg[at] !== 0xff || standsAlone(marker)) {
      at = jpeg.indexOf(0xff, at + 1)
      if (at < 0) return scans
      continue
    }
    if (marker === END_OF_IMAGE) return scans
    if (marker === START_OF_SCAN[1]) scans += 1
    at += 2 + jpeg.readUInt16BE(at + 2)
  }
  return scans
}

/** A byte of the data (0), a restart, a filling byte: nothing with a length. */
function standsAlone(marker: number): boolean {
  return marker === 0 || marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
}
