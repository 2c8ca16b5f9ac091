import { z } from 'zod'

/**
 * Everything that can happen, with its particulars: the closed union behind the append-only activity record. Who, when and to
 * what are columns of the row; particulars hold only what a reader of the log needs besides, never a secret, never a
 * score's value, never an address.
 */
const nothing = z.strictObject({})
const reasoned = z.strictObject({ reason: z.string() })
const ruled = z.strictObject({ number: z.number(), reason: z.string() })

export const ACTIVITIES = {
  // accounts
  'account-joined': nothing,
  'confirmation-link-asked': nothing,
  'email-confirmed': nothing,
  'email-change-asked': nothing,
  'email-changed': nothing,
  'password-link-asked': nothing,
  'password-changed': nothing,
  'signed-in': nothing,
  'signed-out': nothing,
  'session-revoked': z.strictObject({ sessions: z.number() }),
  'profile-changed': nothing,
  'account-exported': nothing,
  'account-deleted': nothing,
  'role-granted': z.strictObject({ role: z.string() }),
  'role-revoked': z.strictObject({ role: z.string() }),

  // contests
  'contest-drafted': nothing,
  'contest-cloned': z.strictObject({ from: z.string() }),
  'brief-changed': nothing,
  'brief-clarified': z.strictObject({ version: z.number() }),
  'head-picture-set': nothing,
  'contest-published': z.strictObject({ version: z.number() }),
  'boundary-moved': z.strictObject({
    boundary: z.string(),
    fromAt: z.string(),
    toAt: z.string(),
    reason: z.string(),
  }),
  'contest-cancelled': reasoned,
  'voting-extended': z.strictObject({ fromAt: z.string(), toAt: z.string(), minimumScores: z.number() }),
  'juror-seated': z.strictObject({ mayClose: z.boolean() }),
  'juror-unseated': nothing,

  // entries
  'entry-started': nothing,
  'entry-changed': nothing,
  'artwork-added': nothing,
  'artworks-ordered': nothing,
  'artwork-ground-chosen': nothing,
  'artwork-removed': nothing,
  'likeness-answered': z.strictObject({ kind: z.string() }),
  'entry-submitted': nothing,
  'entry-withdrawn': nothing,
  'collaborator-invited': nothing,
  'collaborator-accepted': nothing,
  'collaborator-declined': nothing,
  'collaborator-removed': nothing,

  // moderation
  'entry-reported': z.strictObject({ reason: z.string() }),
  'report-ruled': z.strictObject({ ruling: z.string() }),
  'entry-taken-down': reasoned,
  'near-match-noted': z.strictObject({ finding: z.string() }),

  // voting: handings and passes are exposures, scores are events of the record (app/voting/record.ts), where nobody’s name is
  'passed-entries-recalled': z.strictObject({ entries: z.number() }),
  'would-buy-marked': nothing,
  'would-buy-unmarked': nothing,
  'ballots-frozen': z.strictObject({ sequence: z.number(), head: z.string() }),
  'votes-counted': z.strictObject({
    digest: z.string(),
    sequence: z.number(),
    head: z.string(),
    ballots: z.number(),
    countedBallots: z.number(),
    staffBallots: z.number(),
    excludedBallots: z.number(),
    quarantinedBallots: z.number(),
    scores: z.number(),
  }),

  // the integrity desk: ballots by the number of their case, never by a name
  'ballots-set-aside': z.strictObject({ ballots: z.number(), released: z.number(), signals: z.array(z.string()) }),
  'ballot-quarantined': ruled,
  'ballot-released': ruled,
  'exclusion-proposed': ruled,
  'ballot-excluded': ruled,
  'desk-ended': nothing,
  'work-ordered': z.strictObject({ wanted: z.boolean(), reason: z.string() }),

  // jury
  'verdict-given': z.strictObject({ kind: z.string(), code: z.string().nullable() }),
  'finalists-compared': nothing,
  'decision-signed': z.strictObject({ outcome: z.string(), hash: z.string() }),
  'entry-answered': z.strictObject({ kind: z.string() }),

  // pictures handed out in one archive: to a juror (of a contest) or to a producer (of a run)
  'pictures-exported': z.strictObject({ archived: z.string(), pictures: z.number() }),

  // production
  'run-created': nothing,
  'agreement-signed': nothing,
  'stage-planned': z.strictObject({ stage: z.string() }),
  'stage-moved': z.strictObject({ fromStage: z.string(), toStage: z.string() }),
  'stage-note-written': z.strictObject({ stage: z.string(), audience: z.string() }),
  'production-file-handed-in': z.strictObject({ version: z.number(), fileKind: z.string() }),
  'production-file-ruled': z.strictObject({ version: z.number(), ruling: z.string() }),
  'go-decided': z.strictObject({ go: z.boolean(), reason: z.string() }),
  'product-launched': z.strictObject({ slug: z.string() }),
} as const satisfies Record<string, z.ZodType>

export type ActivityKind = keyof typeof ACTIVITIES

/** One happening: its kind with the particulars that kind has. */
export type Happening = {
  [Kind in ActivityKind]: { kind: Kind; particulars: z.infer<(typeof ACTIVITIES)[Kind]> }
}[ActivityKind]
