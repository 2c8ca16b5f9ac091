import { Link, useSearchParams } from '@remix-run/react'
import type { EntryPage } from '#app/entries/entry-pages.server.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { AuthorNames } from '#app/ui/author-names.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { BuyMark } from './buy-mark.tsx'
import { EntryPictures } from './entry-pictures.tsx'
import { SmallPrint } from './small-print.tsx'

interface Props {
  page: EntryPage
  /** As HTML. */
  story: string
  signedIn: boolean
  /** The viewer's own mark; null when they may not make one now. */
  wouldBuy: boolean | null
}

export function EntryView({ page, story, signedIn, wouldBuy }: Props) {
  const [search] = useSearchParams()
  const { contest, part, state } = page
  const title = page.title || m.entries_untitled()
  return (
    <article className="gutter mx-auto w-full max-w-wide pt-4 pb-24">
      <nav className="mb-4 flex flex-wrap items-center justify-between gap-x-8 gap-y-2 text-sm">
        <Link
          to={links.gallery(contest.slug)}
          className="inline-flex min-h-11 items-center gap-2 text-quiet hover:text-accent"
        >
          <Icon name="back" /> {contest.title}
        </Link>
        {part === 'designer' && (
          <ButtonLink size="small" to={links.editEntry(page.id)} icon="edit">
            {contest.phase === 'open' ? m.entries_edit() : m.entries_my_entry()}
          </ButtonLink>
        )}
      </nav>
      {state === 'draft' && <Notice title={m.entries_draft_notice_title()}>{m.entries_draft_notice()}</Notice>}
      <EntryPictures page={page} title={title} shown={Number(search.get('picture') ?? 1)} />
      <div className="mt-10 grid gap-x-20 gap-y-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <h1 className="max-w-[24ch] text-3xl md:text-4xl">{title}</h1>
          <p className="mt-3 text-lg text-quiet">
            <ByLine page={page} />
          </p>
          {story && <Prose html={story} className="mt-8" />}
          {page.answers.map(({ prompt, text }) => (
            <section key={prompt} className="mt-8 max-w-text border-line border-t pt-4">
              <h2 className="mb-2 font-medium font-sans text-base">{prompt}</h2>
              <p className="whitespace-pre-line">{text}</p>
            </section>
          ))}
        </div>
        <SmallPrint page={page} signedIn={signedIn}>
          {wouldBuy !== null && <BuyMark entryId={page.id} marked={wouldBuy} />}
        </SmallPrint>
      </div>
    </article>
  )
}

function ByLine({ page: { authors, part } }: { page: EntryPage }) {
  if (!authors) {
    return (
      <>
        <Icon name="seal" className="mr-2" />
        {m.entries_author_sealed()}
      </>
    )
  }
  return (
    <>
      {m.entries_by()} <AuthorNames authors={authors} />
      {part && <span className="block text-sm">{m.entries_author_yours()}</span>}
    </>
  )
}
