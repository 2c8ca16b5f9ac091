import { m } from '#app/i18n/paraglide/messages.js'
import { Moment } from '#app/ui/moment.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table, Td, Th } from '#app/ui/table.tsx'
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
      <Table caption={m.voting_heads_title()} captionHidden>
        <thead>
          <tr>
            <Th>{m.voting_heads_when()}</Th>
            <Th numeric>{m.voting_heads_events()}</Th>
            <Th>{m.voting_heads_hash()}</Th>
          </tr>
        </thead>
        <tbody>
          {heads.map(({ sequence, hash, publishedAt }) => (
            <tr key={sequence}>
              <Td className="whitespace-nowrap">
                <Moment at={publishedAt} zone={zone} />
              </Td>
              <Td numeric>{sequence}</Td>
              <Td>
                <code className="break-all">{hash}</code>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pager page={page} pages={pages} hrefFor={hrefFor} />
    </>
  )
}
