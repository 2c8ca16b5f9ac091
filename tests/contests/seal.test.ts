import { describe, expect, test } from 'vitest'
import type { StaffRole, Viewer } from '#app/accounts/roles.ts'
import type { Schedule } from '#app/contests/schedule.ts'
import { maySee, SEALED_THINGS, type SealedContest, type SealedThing } from '#app/contests/seal.ts'

const schedule: Schedule = {
  opensAt: '2026-03-01T00:00:00.000Z',
  votingOpensAt: '2026-04-01T00:00:00.000Z',
  votingClosesAt: '2026-05-01T00:00:00.000Z',
  decisionDueAt: '2026-06-01T00:00:00.000Z',
  publishedAt: '2026-02-01T00:00:00.000Z',
  decidedAt: null,
  cancelledAt: null,
}

function viewer(id: string, ...roles: StaffRole[]): Viewer {
  return { id, handle: id, name: id, roles, emailConfirmed: true, createdAt: '2026-01-01T00:00:00.000Z' }
}

const PEOPLE = {
  visitor: null,
  member: viewer('member'),
  panellist: viewer('panellist', 'juror'),
  otherJuror: viewer('other', 'juror'),
  producer: viewer('producer', 'producer'),
  admin: viewer('admin', 'admin'),
}

const MOMENTS = {
  draft: [{ publishedAt: null }, null, '2026-02-01'],
  announced: [{}, null, '2026-02-15'],
  open: [{}, null, '2026-03-15'],
  voting: [{}, null, '2026-04-15'],
  'closed, perhaps to be extended': [{}, null, '2026-05-01'],
  'closed, not yet counted': [{ frozenAt: '2026-05-01T00:00:00.000Z' }, null, '2026-05-01'],
  jury: [{ frozenAt: '2026-05-01T00:00:00.000Z' }, '2026-05-01T00:00:01.000Z', '2026-05-02'],
  decided: [{ decidedAt: '2026-05-20T00:00:00.000Z' }, '2026-05-01T00:00:01.000Z', '2026-05-21'],
  cancelled: [{ cancelledAt: '2026-04-10T00:00:00.000Z' }, null, '2026-05-21'],
} as const satisfies Record<string, readonly [Partial<Schedule>, string | null, string]>

/** Who may see what, when: an empty list is nobody, admins included. */
const EVERYBODY = Object.keys(PEOPLE)
const TABLE: Record<keyof typeof MOMENTS, Partial<Record<SealedThing, string[]>>> = {
  draft: {},
  announced: {},
  open: { entries: EVERYBODY },
  voting: { entries: EVERYBODY, participation: EVERYBODY, desk: ['panellist', 'admin'] },
  'closed, perhaps to be extended': { entries: EVERYBODY, participation: EVERYBODY, desk: ['panellist', 'admin'] },
  'closed, not yet counted': { entries: EVERYBODY, participation: EVERYBODY, desk: EVERYBODY },
  jury: {
    entries: EVERYBODY,
    participation: EVERYBODY,
    desk: EVERYBODY,
    tallies: ['panellist', 'admin'],
    standings: ['panellist', 'admin'],
    verdicts: ['panellist'],
  },
  decided: {
    entries: EVERYBODY,
    authors: EVERYBODY,
    participation: EVERYBODY,
    desk: EVERYBODY,
    tallies: EVERYBODY,
    standings: EVERYBODY,
    verdicts: EVERYBODY,
    decision: EVERYBODY,
    originals: ['panellist'],
  },
  cancelled: { entries: EVERYBODY, authors: EVERYBODY },
}

describe('the seal', () => {
  for (const [moment, [acts, countedAt, day]] of Object.entries(MOMENTS)) {
    for (const what of SEALED_THINGS) {
      const allowed = TABLE[moment as keyof typeof MOMENTS][what] ?? []
      test(`${moment}: ${what} may be seen by ${allowed.join(', ') || 'nobody'}`, () => {
        const contest: SealedContest = { schedule: { ...schedule, ...acts }, countedAt, panel: ['panellist'] }
        const now = new Date(`${day}T00:00:00.000Z`)
        const seeing = Object.entries(PEOPLE).filter(([, person]) => maySee(person, what, contest, now))
        expect(seeing.map(([name]) => name)).toEqual(allowed)
      })
    }
  }
})
