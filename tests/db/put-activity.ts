import { prepare } from '#db/prepared.server.ts'

export const AT = '2026-06-20T10:00:00.000Z'

/** A row that needs no other: the least that a test of writing can write. */
export const putActivity = prepare((db, p: { subjectId: string }) =>
  db.insertInto('activity').values({
    at: AT,
    kind: 'account-joined',
    actorId: null,
    contestId: null,
    entryId: null,
    runId: null,
    subjectId: p.subjectId,
    particulars: '{}',
  }),
)
