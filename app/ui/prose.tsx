type Props = {
  /** Made by renderMarkdown, which lets no HTML of the writer’s through. */
  html: string
  size?: 'normal' | 'small'
  className?: string
}

/** People's words as running text. They are printed in the loader: the printer of Markdown weighs more than a page. */
export function Prose({ html, size = 'normal', className = '' }: Props) {
  return (
    <div
      className={`prose max-w-text ${size === 'small' ? 'text-sm' : ''} ${className}`}
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
