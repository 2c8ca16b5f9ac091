import { Link } from '@remix-run/react'
import type { VotingMethod } from '#app/contests/brief.ts'
import { links } from '#app/http/links.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { communityPrizeGoesTo } from '#app/jury/community-prize.ts'
import type { Result, ResultLine } from '#app/jury/result.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { byline } from '#app/ui/byline.ts'
import { COUNT_WORDS } from '#app/ui/count-words.ts'
import { Facts } from '#app/ui/facts.tsx'
import { Ladder } from '#app/ui/ladder.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PanelOrderView } from '#app/ui/panel-order-view.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stamp } from '#app/ui/stamp.tsx'
import type { Standing, StandingView } from '#db/schema.ts'
import { Answers } from './answers.tsx'
import { Digest, factsOfFreeze } from './sealed-result.tsx'
import { Views } from './views.tsx'

const PODIUM_PLACES = 3

type Props = {
  result: Result
  shown: { view: StandingView; standings: readonly Standing[] }
  slug: string
  method: VotingMethod
  /** As HTML. */
  letter: string
  zone: string
  now: string
}

export function PublishedResult({ result, shown, slug, method, letter, zone, now }: Props) {
  const { lines, freeze, tally } = result
  const unanswered = lines.filter(({ answer }) => answer === null).length
  return (
    <>
      {unanswered > 0 && now > result.answersDueAt && (
        <Notice tone="amber">
          {m.jury_result_answers_late({ count: unanswered })} <Moment at={result.answersDueAt} zone={zone} />
        </Notice>
      )}
      <Section title={m.jury_result_podium()} rule={false}>
        <Podium
          lines={lines.filter(({ entry, standing }) => entry.picture !== null && standing.place <= PODIUM_PLACES)}
        />
      </Section>
      <Section title={m.jury_result_ladder()} lead={m.jury_result_ladder_lead()}>
        <Ladder label={m.jury_result_ladder()} rungs={lines.flatMap(toRung)} />
      </Section>
      {result.panelOrder && (
        <Section title={m.jury_panel_order_title()} lead={m.jury_panel_order_public()}>
          <PanelOrderView
            state={{ kind: 'open', order: result.panelOrder }}
            finalists={lines.map(({ entry, standing }) => ({
              ...{ entryId: entry.id, title: entry.title, picture: entry.picture, place: standing.place },
            }))}
            to={links.entry}
          />
        </Section>
      )}
      <CommunityPrize lines={lines} />
      {letter !== '' && (
        <Section title={m.jury_result_letter()}>
          <Prose html={letter} />
        </Section>
      )}
      <Section title={m.jury_result_table()}>
        <Views slug={slug} method={method} {...shown} lines={lines} quarantined={tally.quarantinedBallots} />
      </Section>
      <Section title={m.jury_answers_title()}>
        <Answers lines={lines} zone={zone} />
      </Section>
      <Section
        title={m.jury_result_record()}
        actions={
          <>
            <ButtonLink to={links.checkResult(slug)} size="small">
              {m.voting_check_title()}
            </ButtonLink>
            <ButtonLink to={links.exportVote(slug)} reloadDocument look="quiet" size="small">
              {m.voting_check_download()}
            </ButtonLink>
          </>
        }
      >
        <Facts
          items={[
            { term: m.jury_result_signed_by(), detail: result.signerName ?? m.jury_result_former_juror() },
            { term: m.jury_result_signed_at(), detail: <Moment at={result.signedAt} zone={zone} /> },
            {
              term: m.jury_result_decision_hash(),
              detail: <Digest digest={result.decisionHash} hint={m.jury_result_decision_hash_hint()} />,
            },
            ...factsOfFreeze(freeze, zone),
            { term: m.jury_result_counted_at(), detail: <Moment at={tally.countedAt} zone={zone} /> },
            {
              term: m.jury_result_ballots(),
              detail: m.jury_result_ballots_value({ counted: tally.countedBallots, all: tally.ballots }),
            },
            ...(tally.staffBallots > 0
              ? [
                  {
                    term: m.jury_result_staff_ballots(),
                    detail: m.jury_result_staff_ballots_value({ count: tally.staffBallots }),
                  },
                ]
              : []),
            ...countedApart(tally),
            { term: COUNT_WORDS[method].number(), detail: tally.scores },
            {
              term: m.jury_result_digest(),
              detail: <Digest digest={tally.digest} hint={m.jury_result_digest_hint()} />,
            },
            { term: m.jury_result_nonce(), detail: <code className="break-all">{freeze.nonce}</code> },
          ]}
        />
      </Section>
    </>
  )
}

/** Ballots about which the desk ruled, or has yet to; nothing is said of them where there are none. */
function countedApart({ excludedBallots, quarantinedBallots }: Result['tally']) {
  return [
    { term: m.jury_result_excluded_ballots(), detail: excludedBallots },
    { term: m.jury_result_quarantined_ballots(), detail: quarantinedBallots },
  ].filter(({ detail }) => detail > 0)
}

/** Where the crowd's first is not what gets made, it still receives the community prize that the brief promises. */
function CommunityPrize({ lines }: { lines: readonly ResultLine[] }) {
  const prized = communityPrizeGoesTo(lines)
  if (!prized) return null
  return (
    <Notice title={m.jury_result_community_prize_title()}>
      {m.jury_result_community_prize({ title: prized.entry.title, by: byline(prized.entry.authors) })}
    </Notice>
  )
}

/** The crowd's first three, side by side; the one that goes into production carries the stamp. */
function Podium({ lines }: { lines: readonly ResultLine[] }) {
  return (
    <ol className="grid gap-8 sm:grid-cols-3 sm:grid-rows-[1fr_auto]">
      {lines.map(({ entry, standing, finding }) => (
        <li key={entry.id} className="group gap-3 sm:row-span-2 sm:grid sm:grid-rows-subgrid">
          <Link to={links.entry(entry.id)} tabIndex={-1} aria-hidden="true" className="relative self-end">
            {entry.picture && <Picture picture={entry.picture} alt="" eager sizes="(min-width: 40rem) 33vw, 100vw" />}
            {finding === 'wins' && (
              <span className="pointer-events-none absolute top-4 right-4">
                <Stamp verdict="approve" />
              </span>
            )}
          </Link>
          <div>
            <Link to={links.entry(entry.id)} className="mt-3 flex items-baseline gap-3 sm:mt-0">
              <span className="font-serif text-2xl tabular-nums">{standing.place}</span>
              <span className="font-medium group-hover:text-accent">{entry.title}</span>
            </Link>
            <p className="text-quiet text-sm">{byline(entry.authors)}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}

function toRung({ entry, standing, finding, verdicts }: ResultLine) {
  if (finding === null) return []
  const { place, points, low, high } = standing
  return [
    {
      ...{ entryId: entry.id, title: entry.title, picture: entry.picture, to: links.entry(entry.id) },
      ...{ place, points, low, high, finding },
      by: byline(entry.authors),
      verdicts: verdicts.map(({ jurorName, ...verdict }) => ({
        ...verdict,
        by: jurorName ?? m.jury_result_former_juror(),
      })),
    },
  ]
}
