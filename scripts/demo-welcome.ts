import type { Config } from '#app/config.server.ts'
import { absolute, links } from '#app/http/links.ts'
import { emailOf } from '#db/seeds/acts/join-people.ts'
import { DEMO_PASSWORD } from '#db/seeds/brand.ts'
import type { SeededDemo } from './demo-folder.ts'

const SIGN_INS = [
  ['admin', 'Livia Calandra', 'opens briefs, seats jurors, rules on reports and on ballots'],
  ['juror', 'Ottavia Serra', 'still owes her verdicts on the boots, and may sign the decision'],
  ['producer', 'Marta Vergani', 'has a run that is late'],
  ['designer', 'Elin Sandberg', 'won “One bag, two wheels”'],
  ['member', 'Davide Rinaldi', 'has given three of the eight scores that make a ballot count'],
] as const

/** What whoever started the demo wants to know: where it is, how to sign in, where to look. */
export function welcome({ publicOrigin, brandName }: Config, demo: SeededDemo): string {
  const to = (path: string) => absolute(publicOrigin, path)
  const places: [string, string][] = [
    ['In voting', links.contest(demo.voting)],
    ['Its booth (sign in first)', links.booth(demo.voting)],
    ['In voting by duels', links.booth(demo.duels)],
    ['Ballots put aside (as admin)', links.desks()],
    ['Open for entries', links.contest(demo.open)],
    ['With the jury (as juror)', links.juryRoom(demo.jury)],
    ['A leader was vetoed', links.result(demo.halfway)],
    ['Its winner, half-way', links.run(demo.halfwayRun)],
    ['Launched', links.product(demo.product)],
    ['Nothing could be made', links.result(demo.noProduction)],
    ['Announced', links.contest(demo.announced)],
  ]
  const people = SIGN_INS.map(([role, name, note]) => [role, emailOf(name), DEMO_PASSWORD, `${name}, who ${note}`])
  return [
    '',
    `${brandName} is at ${to('/')}`,
    '',
    ...table([['Sign in as', 'E-mail', 'Password', ''], ...people]),
    '',
    ...table(places.map(([what, path]) => [what, to(path)])),
    '',
    `Made ${demo.seededAt.slice(0, 10)}. Start over with: npm run demo -- --fresh. Stop with Ctrl+C.`,
  ].join('\n')
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
