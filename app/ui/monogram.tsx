type Props = { name: string; size?: 'small' | 'normal' | 'large' }

const SIZES = { small: 'size-7 text-[0.7rem]', normal: 'size-11 text-sm', large: 'size-20 text-xl' } as const

/** Initials in a square where others show a face; always beside the name itself. */
export function Monogram({ name, size = 'normal' }: Props) {
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 select-none items-center justify-center border border-strong font-serif text-ink ${SIZES[size]}`}
    >
      {initials(name)}
    </span>
  )
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]]
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
