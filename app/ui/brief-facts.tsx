import type { Brief } from '#app/contests/brief.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { Facts } from './facts.tsx'

/** What an entry must be, and who may make one. */
export function BriefFacts({ brief }: { brief: Brief }) {
  return (
    <>
      <Facts
        items={[
          { term: m.contests_fact_pictures(), detail: pictures(brief) },
          {
            term: m.contests_fact_size(),
            detail: m.contests_fact_size_px({
              width: formatNumber(brief.minimumWidthPx),
              height: formatNumber(brief.minimumHeightPx),
            }),
          },
          {
            term: m.contests_fact_entries(),
            detail: m.contests_fact_entries_most({ count: brief.entriesPerPerson }),
          },
          { term: m.contests_fact_who_enters(), detail: who(brief.enterAccountAgeDays) },
          { term: m.contests_fact_who_votes(), detail: who(brief.voteAccountAgeDays) },
          {
            term: m.contests_fact_answer(),
            detail: m.contests_fact_answer_days({ count: brief.answerDays }),
          },
        ]}
      />
      {brief.questions.length > 0 && (
        <div className="mt-6 text-sm">
          <p className="font-medium">{m.contests_questions_asked()}</p>
          <ol className="mt-2 list-decimal space-y-2 pl-5 marker:text-quiet">
            {brief.questions.map((question, index) => (
              <li key={question.id ?? `new-${index}`}>{question.prompt || m.contests_not_written_yet()}</li>
            ))}
          </ol>
        </div>
      )}
    </>
  )
}

function pictures({ minimumPictures, maximumPictures }: Brief): string {
  if (minimumPictures === maximumPictures) return String(minimumPictures)
  return m.contests_fact_pictures_between({ least: minimumPictures, most: maximumPictures })
}

function who(days: number): string {
  return days === 0 ? m.contests_fact_every_member() : m.contests_fact_member_for({ count: days })
}
