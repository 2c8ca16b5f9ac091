import { PRINT_COLOURS, PRINT_PPI } from '#app/images/print-wish.ts'
import { type Brief, RIGHTS_KINDS, TIME_FIELDS, VOTING_METHODS } from './brief.ts'
import { fromLocalTime, isZone, toLocalTime } from './calendar.ts'
import { gatherQuestions, QUESTION_KINDS, type QuestionDraft } from './questions.ts'

const TEXTS = ['title', 'product', 'summary', 'brief', 'headAlt', 'prizes', 'rightsTerms'] as const
const NUMBERS = [
  'printBleedMm',
  'exclusivityDays',
  'minimumWidthPx',
  'minimumHeightPx',
  'minimumPictures',
  'maximumPictures',
  'entriesPerPerson',
  'enterAccountAgeDays',
  'voteAccountAgeDays',
  'minimumScores',
  'extensionDays',
  'quorum',
  'candidates',
  'answerDays',
] as const

/** Where nothing is printed they are empty. */
const SIDES = ['printWidthMm', 'printHeightMm'] as const

/** A brief as its form shows it: everything is text, times stand on the clocks of its zone. Questions are apart. */
export function toFields(brief: Brief): Record<string, string> {
  const fields: Record<string, string> = { rightsKind: brief.rightsKind, method: brief.method, zone: brief.zone }
  for (const name of TEXTS) fields[name] = brief[name]
  for (const name of NUMBERS) fields[name] = String(brief[name])
  for (const name of TIME_FIELDS) fields[name] = toLocalTime(brief[name], brief.zone)
  for (const name of SIDES) fields[name] = String(brief[name] ?? '')
  fields.printPpi = String(brief.printPpi)
  fields.printColour = brief.printColour
  fields.royaltyPercent = String(brief.royaltyBasisPoints / 100)
  return fields
}

/** The questions as they were typed, right or wrong, for the page that comes back. */
export function typedQuestions(fields: unknown): QuestionDraft[] {
  const gathered = gatherQuestions(fields)
  const rows = typeof gathered === 'object' && gathered !== null && 'questions' in gathered ? gathered.questions : []
  return Array.isArray(rows) ? rows.map(typedQuestion) : []
}

function typedQuestion(row: unknown): QuestionDraft {
  const fields = new Map<string, unknown>(typeof row === 'object' && row !== null ? Object.entries(row) : [])
  const text = (name: string) => {
    const value = fields.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    id: text('id') || undefined,
    kind: QUESTION_KINDS.find((kind) => kind === text('kind')) ?? 'short',
    prompt: text('prompt'),
    hint: text('hint'),
    options: text('options').split(/\r\n?|\n/),
    required: fields.has('required'),
  }
}

/** What a half-typed form would look like: what can be read is taken, all else stays as it was saved. */
export function previewOf(fields: Record<string, string | string[]>, saved: Brief): Brief {
  const text = (name: string) => {
    const value = fields[name]
    return typeof value === 'string' ? value : undefined
  }
  const brief: Brief = { ...saved, questions: typedQuestions(fields) }
  for (const name of TEXTS) brief[name] = text(name) ?? saved[name]
  for (const name of NUMBERS) brief[name] = wholeNumber(text(name)) ?? saved[name]
  for (const name of SIDES) brief[name] = text(name)?.trim() === '' ? null : (wholeNumber(text(name)) ?? saved[name])
  brief.printPpi = PRINT_PPI.find((ppi) => String(ppi) === text('printPpi')) ?? saved.printPpi
  brief.printColour = PRINT_COLOURS.find((colour) => colour === text('printColour')) ?? saved.printColour
  const royalty = Number(text('royaltyPercent')?.replace(',', '.'))
  if (Number.isFinite(royalty)) brief.royaltyBasisPoints = Math.round(royalty * 100)
  brief.rightsKind = RIGHTS_KINDS.find((kind) => kind === text('rightsKind')) ?? saved.rightsKind
  brief.method = VOTING_METHODS.find((method) => method === text('method')) ?? saved.method
  const zone = text('zone')
  if (zone && isZone(zone)) brief.zone = zone
  for (const name of TIME_FIELDS) {
    const reading = fromLocalTime(text(name) ?? '', brief.zone)
    if (reading.ok) brief[name] = reading.at
  }
  return brief
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : undefined
}
