import { describe, expect, it } from 'vitest'
import { BRIEF_LIMITS, briefForm } from '#app/contests/brief.ts'
import { previewOf, toFields } from '#app/contests/brief-fields.ts'
import { arrange } from '#app/contests/questions.ts'

const typedBrief = {
  title: 'A boot for rain',
  product: 'a rain boot',
  summary: 'One keeps it on.',
  brief: 'First line.\r\n\r\nSecond line.',
  headAlt: 'A wet street',
  prizes: '€ 2,000',
  rightsKind: 'licence',
  exclusivityDays: '90',
  royaltyPercent: '2,5',
  rightsTerms: 'Terms.',
  minimumWidthPx: '1500',
  minimumHeightPx: '1500',
  minimumPictures: '1',
  maximumPictures: '6',
  entriesPerPerson: '3',
  enterAccountAgeDays: '0',
  voteAccountAgeDays: '0',
  method: 'scores',
  quorum: '2',
  candidates: '5',
  answerDays: '30',
  zone: 'Europe/Rome',
  opensAt: '2027-03-10T09:00',
  votingOpensAt: '2027-03-30T09:00',
  votingClosesAt: '2027-04-10T09:00',
  decisionDueAt: '2027-04-20T09:00',
}

function problems(change: Record<string, string | undefined>): Record<string, string> {
  const reading = briefForm.safeParse({ ...typedBrief, ...change })
  if (reading.success) return {}
  return Object.fromEntries(reading.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
}

describe('the form of a brief', () => {
  it('becomes a brief in UTC, with the royalty in hundredths of a per cent and plain line breaks', () => {
    const brief = briefForm.parse(typedBrief)
    expect(brief.opensAt).toBe('2027-03-10T08:00:00.000Z')
    expect(brief.votingOpensAt).toBe('2027-03-30T07:00:00.000Z')
    expect(brief.royaltyBasisPoints).toBe(250)
    expect(brief.brief).toBe('First line.\n\nSecond line.')
    expect(brief.questions).toEqual([])
  })

  it('lets a draft be nearly empty, but never without a title', () => {
    expect(problems({ product: '', summary: '', brief: '', prizes: '', rightsTerms: '', headAlt: '' })).toEqual({})
    expect(problems({ title: '   ' })).toEqual({ title: 'Give the contest a title.' })
  })

  it('says how the community votes, and knows no third way', () => {
    expect(briefForm.parse({ ...typedBrief, method: 'duels' }).method).toBe('duels')
    expect(problems({ method: 'likes' })).toEqual({ method: 'Choose one of these.' })
    expect(problems({ method: undefined })).toEqual({ method: 'Choose one of these.' })
  })

  it('counts a line break as one character, as browsers do', () => {
    const lines = '\r\n'.repeat(BRIEF_LIMITS.briefLength / 2 - 1)
    expect(problems({ brief: `a${lines}b` })).toEqual({})
    expect(Object.keys(problems({ brief: 'a'.repeat(BRIEF_LIMITS.briefLength + 1) }))).toEqual(['brief'])
  })

  it.each([
    ['exclusivityDays', '-1'],
    ['exclusivityDays', '3651'],
    ['royaltyPercent', '101'],
    ['royaltyPercent', '2.555'],
    ['royaltyPercent', ''],
    ['minimumWidthPx', '1e3'],
    ['minimumPictures', '7'],
    ['quorum', '0'],
    ['answerDays', 'thirty'],
    ['zone', 'Europe/Atlantis'],
    ['rightsKind', 'everything'],
    ['opensAt', ''],
    ['opensAt', '2027-03-28T02:30'],
    ['printWidthMm', '4'],
    ['printHeightMm', '28,5'],
    ['printBleedMm', '51'],
    ['printPpi', '301'],
    ['printColour', 'pantone'],
    ['minimumScores', '1001'],
    ['minimumScores', '-1'],
    ['extensionDays', '15'],
    ['extensionDays', 'two'],
    ['title', undefined],
    ['maximumPictures', '0'],
  ])('says what is wrong beside %s when it is %j', (field, value) => {
    expect(Object.keys(problems({ [field]: value }))).toContain(field)
  })

  it('asks for scores and for days together, or for neither', () => {
    const brief = briefForm.parse({ ...typedBrief, minimumScores: '20', extensionDays: '3' })
    expect(brief).toMatchObject({ minimumScores: 20, extensionDays: 3 })
    expect(previewOf(toFields(brief), brief)).toMatchObject({ minimumScores: 20, extensionDays: 3 })
    expect(briefForm.parse(typedBrief)).toMatchObject({ minimumScores: 0, extensionDays: 0 })
    expect(Object.keys(problems({ minimumScores: '20', extensionDays: '0' }))).toEqual(['extensionDays'])
    expect(Object.keys(problems({ minimumScores: '0', extensionDays: '2' }))).toEqual(['minimumScores'])
  })

  it('refuses more pictures at least than at most', () => {
    expect(Object.keys(problems({ minimumPictures: '4', maximumPictures: '2' }))).toEqual(['maximumPictures'])
  })

  it('holds the printed size in whole millimetres, or none where nothing is printed', () => {
    const printed = {
      printWidthMm: '280',
      printHeightMm: ' 350 ',
      printBleedMm: '3',
      printPpi: '150',
      printColour: 'cmyk',
    }
    const brief = briefForm.parse({ ...typedBrief, ...printed })
    expect(brief).toMatchObject({ printWidthMm: 280, printHeightMm: 350, printBleedMm: 3, printPpi: 150 })
    const shape = briefForm.parse({ ...typedBrief, ...printed, printWidthMm: '', printHeightMm: ' ' })
    expect(shape).toMatchObject({ printWidthMm: null, printHeightMm: null })
    expect(previewOf(toFields(brief), shape)).toMatchObject({ printWidthMm: 280, printHeightMm: 350, printPpi: 150 })
    expect(previewOf(toFields(shape), brief)).toMatchObject({ printWidthMm: null, printHeightMm: null })
  })

  it('asks for the side that a printed size lacks', () => {
    expect(Object.keys(problems({ printWidthMm: '280' }))).toEqual(['printHeightMm'])
    expect(Object.keys(problems({ printHeightMm: '350' }))).toEqual(['printWidthMm'])
  })

  it('gathers the questions in their order, with one choice a line', () => {
    const { questions } = briefForm.parse({
      ...typedBrief,
      'questions.0.kind': 'choice',
      'questions.0.prompt': 'Which sole?',
      'questions.0.hint': '',
      'questions.0.options': 'Rubber\r\n\r\n Leather \r\nRubber',
      'questions.0.required': 'yes',
      'questions.3.kind': 'long',
      'questions.3.prompt': 'Who wears it?',
      'questions.3.hint': 'A person, not a target.',
    })
    expect(questions).toEqual([
      { kind: 'choice', prompt: 'Which sole?', hint: '', options: ['Rubber', 'Leather'], required: true },
      { kind: 'long', prompt: 'Who wears it?', hint: 'A person, not a target.', options: [], required: false },
    ])
  })

  it('names a wrong question by its place', () => {
    const wrong = { 'questions.0.kind': 'short', 'questions.0.prompt': 'a'.repeat(301), 'questions.0.hint': '' }
    expect(Object.keys(problems(wrong))).toEqual(['questions.0.prompt'])
  })
})

describe('arranging questions', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((prompt) => ({
    kind: 'short' as const,
    prompt,
    hint: '',
    options: [],
    required: false,
  }))
  const three = [a, b, c].filter((question) => question !== undefined)
  const order = (arrangement: string) => arrange(three, arrangement).map((question) => question.prompt)

  it.each([
    ['up:1', ['b', 'a', 'c']],
    ['down:1', ['a', 'c', 'b']],
    ['remove:0', ['b', 'c']],
    ['add', ['a', 'b', 'c', '']],
    ['up:0', ['a', 'b', 'c']],
    ['down:2', ['a', 'b', 'c']],
    ['remove:9', ['a', 'b', 'c']],
    ['sideways:1', ['a', 'b', 'c']],
  ])('%s', (arrangement, expected) => {
    expect(order(arrangement)).toEqual(expected)
  })
})
