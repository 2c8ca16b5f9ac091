import type { DecisionKind } from './decision-format.ts'

const NUMBER = '(0|[1-9][0-9]{0,14})'
const ID = '([0-9A-Za-z_-]{1,64})'
const TIME = '([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z)'

const SHAPES: Record<DecisionKind, RegExp> = {
  decision: checked(TIME, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER),
  promised: checked(NUMBER, NUMBER, TIME),
  juror: checked(NUMBER, '(seated|left)'),
  recused: checked(NUMBER, ID),
  gone: checked(ID),
  verdict: checked(NUMBER, ID, '(?:(approve|approve-with-changes|abstain) -|(veto) [a-z-]{1,40})'),
  rung: checked(NUMBER, ID, '(wins|vetoed|short-of-quorum|not-reached)', NUMBER, NUMBER),
  outcome: checked('(?:winner [0-9A-Za-z_-]{1,64}|no-production -)'),
  decided: /^([a-z]+ ([0-9a-f]{64}))()$/,
}

function checked(...words: string[]): RegExp {
  return new RegExp(`^([a-z]+ ${words.join(' ')}) ([0-9a-f]{16})$`)
}

export interface DecisionLine {
  kind: DecisionKind
  /** Without its check. */
  text: string
  words: string[]
  /** Empty for `decided`, which has none. */
  check: string
}

/** null where the line is not to the letter of decision-format.ts. */
export function readDecisionLine(line: string): DecisionLine | null {
  const kind = line.slice(0, line.indexOf(' '))
  if (!isDecisionKind(kind)) return null
  const [, text, ...rest] = SHAPES[kind].exec(line) ?? []
  if (text === undefined) return null
  return { kind, text, words: rest.slice(0, -1).filter((word) => word !== undefined), check: rest.at(-1) ?? '' }
}

function isDecisionKind(kind: string): kind is DecisionKind {
  return Object.hasOwn(SHAPES, kind)
}
