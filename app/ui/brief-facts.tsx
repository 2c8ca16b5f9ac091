import type { Brief } from '#app/contests/brief.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { m } from '#app/i18n/paraglide/messages.js'
import { printWishOf } from '#app/images/print-wish.ts'
import { METHOD_WORDS } from './method-words.ts'
import { printQualityInWords, printSizeInWords } from './print-words.ts'

/** What an entry must be, and who may make one; in a column too narrow for the terms and details of `Facts`. */
export function BriefFacts({ brief }: { brief: Brief }) {
  const width = formatNumber(brief.minimumWidthPx)
  const height = formatNumber(brief.minimumHeightPx)
  const print = printWishOf(brief)
  const facts = [
    { term: m.contests_fact_pictures(), detail: pictures(brief) },
    { term: m.contests_fact_size(), detail: m.contests_fact_size_px({ width, height }) },
    ...(print ? [{ term: m.contests_fact_print(), detail: printSizeInWords(print) }] : []),
    ...(print ? [{ term: m.contests_fact_sharpness(), detail: printQualityInWords(print) }] : []),
    { term: m.contests_fact_entries(), detail: m.contests_fact_entries_most({ count: brief.entriesPerPerson }) },
    { term: m.contests_fact_who_enters(), detail: who(brief.enterAccountAgeDays) },
    { term: m.contests_fact_who_votes(), detail: who(brief.voteAccountAgeDays) },
    { term: m.contests_fact_method(), detail: METHOD_WORDS[brief.method].label() },
    ...(brief.minimumScores > 0 ? [{ term: m.contests_fact_extension(), detail: extension(brief) }] : []),
    { term: m.contests_fact_answer(), detail: m.contests_fact_answer_days({ count: brief.answerDays }) },
  ]
  return (
    <>
      <dl className="border-line border-b text-sm">
        {facts.map(({ term, detail }) => (
          <div key={term} className="grid grid-cols-[7.5rem_1fr] gap-x-4 border-line border-t py-2">
            <dt className="text-quiet">{term}</dt>
            <dd className="min-w-0 tabular-nums">{detail}</dd>
          </div>
        ))}
      </dl>
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

function extension({ minimumScores, extensionDays }: Brief): string {
  return m.contests_fact_extension_rule({ least: minimumScores, count: extensionDays })
}

function who(days: number): string {
  return days === 0 ? m.contests_fact_every_member() : m.contests_fact_member_for({ count: days })
}
