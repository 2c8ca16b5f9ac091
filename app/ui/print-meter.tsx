import type { ReactNode } from 'react'
import { formatNumber, formatPercent } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import type { Size } from '#app/images/picture.ts'
import type { PrintFacts } from '#app/images/print-facts.ts'
import { judgePrint, type PrintReadiness, printableSize, SOFT_BELOW } from '#app/images/print-readiness.ts'
import type { PrintWish } from '#app/images/print-wish.ts'
import { Icon } from './icon.tsx'
import {
  aboutCentimetres,
  adviceInWords,
  colourSpaceInWords,
  printSizeInWords,
  SHARPNESS_VERDICTS,
} from './print-words.ts'

type Props = {
  picture: Size
  facts: PrintFacts
  wish: PrintWish | null
  /** Says what to do as well: for whoever can do it. */
  advising?: boolean
}

/** How a picture will print on the product, drawn and in words; without a printed size, what is known of it. */
export function PrintMeter({ picture, facts, wish, advising = false }: Props) {
  if (wish === null) return <FactsAlone picture={picture} facts={facts} />
  const readiness = judgePrint({ ...picture, ...facts }, wish)
  const { sharpUpToMm, softFromMm, sharpness, advice } = readiness
  const ppi = formatNumber(Math.round(readiness.ppi))
  return (
    <div className="max-w-text text-sm">
      <p>
        <strong className="font-medium">{SHARPNESS_VERDICTS[sharpness]()}</strong>{' '}
        {m.images_meter_range({ sharp: aboutCentimetres(sharpUpToMm), soft: aboutCentimetres(softFromMm) })}
      </p>
      <Scale readiness={readiness} wanted={wish.ppi} />
      {advising && advice.length > 0 && (
        <ul className="mt-2 space-y-1">
          {advice.map((one) => (
            <li key={one} className="flex gap-2">
              <Icon name="arrow" className="mt-0.5 size-4! shrink-0 text-accent" />
              <span>{adviceInWords(one, readiness, wish)}</span>
            </li>
          ))}
        </ul>
      )}
      <details className="group mt-1">
        <summary className="inline-flex min-h-11 items-center gap-2 text-quiet">
          <Icon name="chevron" className="-rotate-90 transition-transform group-open:rotate-0" />
          {m.images_meter_details()}
        </summary>
        <dl className="border-line border-b">
          <Row term={m.images_meter_at({ size: printSizeInWords(wish) })}>
            {m.images_meter_ppi_of({ ppi, wanted: formatNumber(wish.ppi) })}
          </Row>
          <Row term={m.images_meter_distance()}>
            {m.images_meter_distance_cm({ distance: aboutCentimetres(readiness.sharpFromAwayMm) })}
          </Row>
          {readiness.cut > 0 && <Row term={m.images_meter_cut()}>{formatPercent(readiness.cut)}</Row>}
          {readiness.turned && <Row term={m.images_meter_turn()}>{m.images_meter_turned()}</Row>}
          <FileRows picture={picture} facts={facts} />
        </dl>
      </details>
    </div>
  )
}

function FactsAlone({ picture, facts }: Pick<Props, 'picture' | 'facts'>) {
  const { widthMm, heightMm } = printableSize(picture, 300)
  const size = { width: aboutCentimetres(widthMm), height: aboutCentimetres(heightMm) }
  return (
    <details className="group max-w-text text-sm">
      <summary className="inline-flex min-h-11 items-center gap-2 text-quiet">
        <Icon name="chevron" className="-rotate-90 transition-transform group-open:rotate-0" />
        {m.images_meter_alone(size)}
      </summary>
      <dl className="border-line border-b">
        <FileRows picture={picture} facts={facts} />
      </dl>
    </details>
  )
}

function FileRows({ picture, facts }: Pick<Props, 'picture' | 'facts'>) {
  const { width, height } = picture
  return (
    <>
      <Row term={m.images_meter_pixels()}>
        {m.contests_fact_size_px({ width: formatNumber(width), height: formatNumber(height) })}
      </Row>
      <Row term={m.images_meter_colours()}>{colourSpaceInWords(facts)}</Row>
      <Row term={m.images_meter_depth()}>{m.images_meter_bits({ bits: facts.bitDepth })}</Row>
      <Row term={m.images_meter_transparent()}>
        {facts.transparent === 1 ? m.images_meter_transparent_yes() : m.images_meter_transparent_no()}
      </Row>
    </>
  )
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[9rem_1fr] gap-x-4 border-line border-t py-1.5">
      <dt className="text-quiet">{term}</dt>
      <dd className="min-w-0 break-words tabular-nums">{children}</dd>
    </div>
  )
}

const WIDTH = 320
/** The scale ends at one and a half times what is wanted: more looks no better. */
const SCALE_ENDS_AT = 1.5

/** Soft is hatched, acceptable grey, sharp full: told apart without colour, and by their words underneath. */
function Scale({ readiness, wanted }: { readiness: PrintReadiness; wanted: number }) {
  const ppi = Math.round(readiness.ppi)
  const x = (value: number) => (WIDTH * Math.min(value, wanted * SCALE_ENDS_AT)) / (wanted * SCALE_ENDS_AT)
  const [soft, sharp] = [x(wanted * SOFT_BELOW), x(wanted)]
  const here = Math.min(WIDTH - 6, Math.max(6, x(ppi)))
  const spoken = m.images_meter_spoken({
    ...{ ppi: formatNumber(ppi), wanted: formatNumber(wanted), soft: formatNumber(wanted * SOFT_BELOW) },
    verdict: SHARPNESS_VERDICTS[readiness.sharpness](),
  })
  return (
    <div className="mt-2 max-w-80">
      <svg viewBox={`0 0 ${WIDTH} 24`} role="img" aria-label={spoken} className="block w-full">
        <path d={hatching(soft)} className="stroke-strong" />
        <rect x={soft} y="10" width={sharp - soft} height="10" className="fill-line" />
        <rect x={sharp} y="10" width={WIDTH - sharp} height="10" className="fill-ink" />
        <rect x="0.5" y="10" width={WIDTH - 1} height="10" fill="none" className="stroke-strong" />
        <path d={`M${here - 6} 0h12l-6 9z`} className="fill-accent" />
        <line x1={here} x2={here} y1="8" y2="22" strokeWidth="2" className="stroke-accent" />
      </svg>
      {/* The three bands are a third of the scale each. */}
      <p aria-hidden="true" className="grid grid-cols-3 gap-x-1 text-quiet text-xs leading-tight">
        <span>{m.images_meter_band_soft()}</span>
        <Band words={m.images_meter_band_acceptable()} ppi={wanted * SOFT_BELOW} />
        <Band words={m.images_meter_band_sharp()} ppi={wanted} />
      </p>
    </div>
  )
}

/** The figure has a line of its own, where its band begins: beside the words there is not always room. */
function Band({ words, ppi }: { words: string; ppi: number }) {
  return (
    <span>
      {words}
      <span className="block tabular-nums">{formatNumber(ppi)}</span>
    </span>
  )
}

const HATCH_STEP = 6

function hatching(width: number): string {
  const lines = Array.from({ length: Math.floor((width - 10) / HATCH_STEP) + 1 }, (_, index) => index * HATCH_STEP)
  return lines.map((x) => `M${x} 20l10 -10`).join('')
}
