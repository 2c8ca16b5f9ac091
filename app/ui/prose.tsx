import { renderMarkdown } from './markdown.ts'

type Props = { markdown: string; topHeading?: 2 | 3 | 4; size?: 'normal' | 'small'; className?: string }

/** People's Markdown as running text; renderMarkdown lets no HTML of the writer's through. */
export function Prose({ markdown, topHeading = 2, size = 'normal', className = '' }: Props) {
  return (
    <div
      className={`prose max-w-text ${size === 'small' ? 'text-sm' : ''} ${className}`}
      dangerouslySetInnerHTML={{ __html: renderMarkdown(markdown, { topHeading }) }}
    />
  )
}
