import { useId } from 'react'
import { m } from '#app/i18n/paraglide/messages.js'

/** As the verdicts are named; an abstention leaves no stamp. */
export type StampVerdict = 'approve' | 'approve-with-changes' | 'veto'
export type StampSize = 'small' | 'normal' | 'large' | 'wide'

type Props = {
  verdict: StampVerdict
  /** The reason's code in words, printed beneath a non placet. */
  code?: string
  size?: StampSize
  /** Lets it come down on the page once. */
  landing?: boolean
}

/** In characters; a longer foot is squeezed into the frame. */
const LONGEST_FOOT = 18

const WIDTHS: Record<StampSize, string> = { small: 'w-24', normal: 'w-40', large: 'w-72', wide: 'w-44 lg:w-72' }

export function Stamp({ verdict, code, size = 'normal', landing = false }: Props) {
  const texture = useId()
  const negative = verdict === 'veto'
  const outlined = verdict === 'approve-with-changes'
  const foot = outlined ? m.ui_stamp_with_changes() : code
  const height = foot ? 92 : 68
  return (
    <span
      className={`inline-block ${negative ? 'rotate-3 text-ink' : '-rotate-4 text-accent'} ${landing ? 'animate-land' : ''}`}
    >
      <svg
        viewBox={`0 0 240 ${height}`}
        className={`block h-auto ${WIDTHS[size]}`}
        aria-hidden="true"
        focusable="false"
      >
        <defs>
          <filter id={texture} x="-4%" y="-8%" width="108%" height="116%">
            <feTurbulence
              type="fractalNoise"
              baseFrequency={size === 'large' ? 0.8 : 0.45}
              numOctaves="3"
              seed="11"
              result="grain"
            />
            <feColorMatrix in="grain" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 0 0 -8 6.15" result="holes" />
            <feComposite in="SourceGraphic" in2="holes" operator="in" result="worn" />
            <feTurbulence type="turbulence" baseFrequency="0.06" numOctaves="2" seed="3" result="wave" />
            <feDisplacementMap in="worn" in2="wave" scale="1.8" />
          </filter>
        </defs>
        <g filter={size === 'small' ? undefined : `url(#${texture})`} fill="none" stroke="currentColor">
          <rect
            x="4"
            y="4"
            width="232"
            height={height - 8}
            strokeWidth="4"
            fill={!negative && !outlined ? 'currentColor' : 'var(--paper)'}
          />
          <text
            x="120"
            y="49"
            textAnchor="middle"
            textLength={negative ? 208 : 190}
            lengthAdjust="spacingAndGlyphs"
            className={`font-serif font-black text-[42px] ${!negative && !outlined ? 'fill-(--paper)' : 'fill-current'}`}
            stroke="none"
          >
            {negative ? 'NON PLACET' : 'PLACET'}
          </text>
          {foot && (
            <text
              x="120"
              y="75"
              textAnchor="middle"
              {...(foot.length > LONGEST_FOOT ? { textLength: 212, lengthAdjust: 'spacingAndGlyphs' } : {})}
              className="fill-current font-sans font-semibold text-[14px] uppercase"
              stroke="none"
            >
              {foot}
            </text>
          )}
        </g>
      </svg>
      <span className="sr-only">{spoken(verdict, code)}</span>
    </span>
  )
}

function spoken(verdict: StampVerdict, code: string | undefined): string {
  if (verdict === 'approve') return m.ui_stamp_placet_spoken()
  if (verdict === 'approve-with-changes') return m.ui_stamp_changes_spoken()
  return code ? m.ui_stamp_non_placet_code_spoken({ code }) : m.ui_stamp_non_placet_spoken()
}
