import type { Phase } from '#app/contests/schedule.ts'
import { m } from '#app/i18n/paraglide/messages.js'

/** How many there are, and what the seal means for what one sees. */
export function GalleryLead({ phase, total }: { phase: Phase; total: number }) {
  const sentence = sealWords(phase)
  return (
    <p>
      {m.entries_gallery_count({ count: total })} {sentence}
    </p>
  )
}

function sealWords(phase: Phase): string {
  if (phase === 'decided') return m.entries_gallery_decided()
  if (phase === 'cancelled') return m.entries_gallery_cancelled()
  if (phase === 'jury') return m.entries_gallery_jury()
  return m.entries_gallery_sealed_authors()
}
