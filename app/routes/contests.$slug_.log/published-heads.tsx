import { m } from '#app/i18n/paraglide/messages.js'
import { Moment } from '#app/ui/moment.tsx'
import { Pager } from '#app/ui/pager.tsx'
import type { PublishedHead } from '#app/voting/published-heads.server.ts'

interface Props {
  heads: readonly PublishedHead[]
  page: number
  pages: number
  zone: string
  hrefFor: (page: number) => string
}

/** Each head as it was told: how many events the record had, and the hash that binds them all. */
export function PublishedHeads({ heads, page, pages, zone, hrefFor }: Props) {
  if (heads.length === 0) return <p className="max-w-text text-quiet">{m.voting_heads_none()}</p>
  return (
    <>
      <ol aria-label={m.voting_heads_title()} className="border-line border-b text-sm">
        {heads.map(({ sequence, hash, publishedAt }) => (
          <li
            key={sequence}
            className="flex flex-wrap justify-between gap-x-8 gap-y-1 border-line border-t py-2.5 xl:grid xl:grid-cols-[17rem_10rem_minmax(0,1fr)]"
          >
            <Moment at={publishedAt} zone={zone} />
            <span className="tabular-nums">{m.voting_heads_count({ count: sequence })}</span>
            <code className="w-full break-all">{hash}</code>
          </li>
        ))}
      </ol>
      <Pager page={page} pages={pages} hrefFor={hrefFor} />
    </>
  )
}
