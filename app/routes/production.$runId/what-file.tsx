import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { type PrintWish, pixelsAsked, withBleed } from '#app/images/print-wish.ts'
import { PRODUCTION_FILE_MEGABYTES_MOST } from '#app/production/production-file.ts'
import { COLOUR_WISH_WORDS, inCentimetres, printSizeInWords } from '#app/ui/print-words.ts'

/** What the production file has to be, from the brief. */
export function WhatFile({ wish }: { wish: PrintWish | null }) {
  const most = formatNumber(PRODUCTION_FILE_MEGABYTES_MOST)
  return (
    <div className="mt-6 max-w-text text-sm">
      {wish && <Print wish={wish} />}
      <p className="text-quiet">{m.production_file_kinds({ most })}</p>
    </div>
  )
}

function Print({ wish }: { wish: PrintWish }) {
  const full = withBleed(wish)
  const { width, height } = pixelsAsked(wish)
  return (
    <ul className="mb-3 list-disc space-y-1 pl-5 marker:text-quiet">
      <li>
        {printSizeInWords(wish)}
        {wish.bleedMm > 0 &&
          `: ${m.production_file_full({ width: inCentimetres(full.widthMm), height: inCentimetres(full.heightMm) })}`}
      </li>
      <li>
        {m.images_print_ppi({ ppi: formatNumber(wish.ppi) })}:{' '}
        {m.production_file_pixels({ width: formatNumber(width), height: formatNumber(height) })}
      </li>
      <li>{m.production_file_colours({ colours: COLOUR_WISH_WORDS[wish.colour]() })}</li>
    </ul>
  )
}
