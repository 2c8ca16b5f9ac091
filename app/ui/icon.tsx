/** Our own stroke icons on a grid of 20, one and a half wide; always beside words or a label, so hidden from readers. */
const DRAWINGS = {
  arrow: 'M3.5 10h13M11 4.5l5.5 5.5-5.5 5.5',
  back: 'M16.5 10h-13M9 4.5L3.5 10 9 15.5',
  bell: 'M4 14.5h12M5.5 14.5V9a4.5 4.5 0 0 1 9 0v5.5M8.5 17.2h3M10 4.5V3',
  brush: 'M16.5 3.5l-7 7M9.5 10.5c-2.2-.6-4 .8-4.2 3-.1 1.4-.8 2.3-1.8 2.8 3.2.9 6.8.2 7.3-2.8.2-1.2-.3-2.4-1.3-3z',
  calendar: 'M3.5 5.5h13v11h-13zM3.5 9h13M7 3v4M13 3v4',
  check: 'M4 10.5l4 4 8-9',
  chevron: 'M5 7.5l5 5 5-5',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4.2l2.8 1.8',
  close: 'M5 5l10 10M15 5L5 15',
  door: 'M11.5 3.5h5v13h-5M3.5 10h8M8.5 7l3 3-3 3',
  download: 'M10 3.5v9M6 9l4 4 4-4M3.5 16.5h13',
  edit: 'M4 16l.8-3.5L13.5 3.8l2.7 2.7-8.7 8.7zM11.5 5.8l2.7 2.7',
  eye: 'M2.5 10S5.3 5 10 5s7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  factory: 'M3 16.5V9l4.5 3V9l4.5 3V9l5 3v4.5zM3 16.5h14',
  flag: 'M5 17V3.5M5 4h10l-2.5 3.5L15 11H5',
  globe: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM3 10h14M10 3c-4.5 4.5-4.5 9.5 0 14M10 3c4.5 4.5 4.5 9.5 0 14',
  grip: 'M7 4.8v.4M13 4.8v.4M7 9.8v.4M13 9.8v.4M7 14.8v.4M13 14.8v.4',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 9.2v4.3M10 6.3v.4',
  key: 'M13 3.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10.5 9.5l-7 7M5.5 14.5l2 2',
  list: 'M7 5.5h9.5M7 10h9.5M7 14.5h9.5M3.5 5.5h.5M3.5 10h.5M3.5 14.5h.5',
  lock: 'M4.5 9h11v7.5h-11zM6.8 9V6.5a3.2 3.2 0 0 1 6.4 0V9',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  minus: 'M4 10h12',
  moon: 'M16 12A6.5 6.5 0 0 1 8 4a6.5 6.5 0 1 0 8 8z',
  pass: 'M4 5l5 5-5 5M10.5 5l5 5-5 5',
  person: 'M10 3.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 17c.4-3.2 2.8-5 6-5s5.6 1.8 6 5',
  picture: 'M3.5 4.5h13v11h-13zM3.5 13l4-4 3 3 2-2 4 4M13 7v.5',
  plus: 'M10 4v12M4 10h12',
  scales: 'M10 3.5v13M6 16.5h8M4 6h12M4 6l-2 5.5h4zM16 6l-2 5.5h4z',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4',
  seal: 'M10 3a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM7.5 11.5L6 17l4-2 4 2-1.5-5.5M10 6v3',
  stamp: 'M4 16.5h12M4.5 13.5h11v-2c0-.8-.6-1.3-1.3-1.3h-2.5V7.5a2.5 2.5 0 1 0-3.4 0v2.7H5.8c-.7 0-1.3.5-1.3 1.3z',
  sun: 'M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1 1M14.3 14.3l1 1M15.3 4.7l-1 1M5.7 14.3l-1 1',
  tag: 'M3.5 3.5h6l7 7-6 6-7-7zM6.5 6.5h.4',
  trash: 'M4 6h12M8 6V3.8h4V6M5.5 6l.7 10.5h7.6L14.5 6M8.5 9v4.5M11.5 9v4.5',
  upload: 'M10 13V3.5M6 7.5l4-4 4 4M3.5 16.5h13',
  warning: 'M10 3.5L17.5 16.5h-15zM10 8.5v4M10 14.3v.4',
  zoom: 'M8.5 3.5a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM12.2 12.2l4.3 4.3M8.5 6.3v4.4M6.3 8.5h4.4',
} as const

export type IconName = keyof typeof DRAWINGS

type Props = { name: IconName; className?: string }

export function Icon({ name, className = '' }: Props) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      className={`inline-block size-[1.2em] shrink-0 align-[-0.22em] ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="square"
      strokeLinejoin="miter"
    >
      <path d={DRAWINGS[name]} />
    </svg>
  )
}
