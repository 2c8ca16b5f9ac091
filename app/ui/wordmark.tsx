/** Our small stamp; the brand's name stands beside it. */
export function Mark({ className = 'size-7' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" className={`inline-block shrink-0 ${className}`}>
      <g transform="rotate(-5 16 16)">
        <rect x="3" y="3" width="26" height="26" rx="1.5" className="fill-accent" />
        <path
          d="M10 24.5V8h7.2c3.6 0 5.9 2 5.9 5.2s-2.4 5.3-6.1 5.3h-3.2v6zM13.8 11v4.5h2.7c1.7 0 2.7-.8 2.7-2.3s-1-2.2-2.7-2.2z"
          className="fill-paper"
        />
      </g>
    </svg>
  )
}

export function Wordmark({ brand }: { brand: string }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Mark />
      <span className="font-serif text-[1.45rem] leading-none tracking-[-0.02em]">{brand}</span>
    </span>
  )
}
