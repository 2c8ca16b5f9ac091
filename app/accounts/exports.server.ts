import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/**
 * Everything that is one person's, for them to take away (GDPR, article 20). Other domains' rows are read here and not there, because
 * one file has to show that nothing was forgotten; nobody else's words, scores or names are in it, and no secret of theirs.
 */
export async function collectEverything(db: Kysely<Database>, accountId: string) {
  return {
    profile: await db
      .selectFrom('account')
      .select(['id', 'handle', 'name', 'email', 'emailConfirmedAt', 'bio', 'language', 'createdAt'])
      .where('id', '=', accountId)
      .executeTakeFirst(),
    roles: await db.selectFrom('roleGrant').select(['role', 'grantedAt']).where('accountId', '=', accountId).execute(),
    sessions: await db
      .selectFrom('session')
      .select(['device', 'createdAt', 'lastSeenAt'])
      .where('accountId', '=', accountId)
      .execute(),
    letters: await db
      .selectFrom('owedLetter')
      .select(['contestId', 'kind', 'subjectId', 'owedAt', 'sentAt'])
      .where('accountId', '=', accountId)
      .execute(),
    entries: await collectEntries(db, accountId),
    ...(await collectVotes(db, accountId)),
    ...(await collectStaffWork(db, accountId)),
    activity: await db
      .selectFrom('activity')
      .select(['at', 'kind', 'contestId', 'entryId', 'runId', 'particulars'])
      .where((where) => where.or([where('actorId', '=', accountId), where('subjectId', '=', accountId)]))
      .orderBy('id')
      .execute(),
  }
}

async function collectEntries(db: Kysely<Database>, accountId: string) {
  const entries = await db
    .selectFrom('entry')
    .innerJoin('contest', 'contest.id', 'entry.contestId')
    .leftJoin('entrySubmission', 'entrySubmission.entryId', 'entry.id')
    .leftJoin('withdrawal', 'withdrawal.entryId', 'entry.id')
    .leftJoin('takedown', 'takedown.entryId', 'entry.id')
    .leftJoin('brandAnswer', 'brandAnswer.entryId', 'entry.id')
    .selectAll('entry')
    .select(['contest.slug as contest', 'entrySubmission.submittedAt', 'withdrawal.withdrawnAt'])
    .select(['takedown.takenDownAt', 'takedown.reason as takedownReason'])
    .select(['brandAnswer.kind as answer', 'brandAnswer.reason as answerReason'])
    .where('entry.designerId', '=', accountId)
    .execute()
  const pictures = await db
    .selectFrom('artwork')
    .innerJoin('entry', 'entry.id', 'artwork.entryId')
    .innerJoin('picture', 'picture.id', 'artwork.pictureId')
    .select(['artwork.entryId', 'artwork.alt', 'artwork.position', 'picture.id', 'picture.format', 'picture.width'])
    .select(['picture.height', 'picture.bytes', 'picture.sha256', 'picture.takenAt'])
    .where('entry.designerId', '=', accountId)
    .orderBy('artwork.position')
    .execute()
  const answers = await db
    .selectFrom('questionAnswer')
    .innerJoin('entry', 'entry.id', 'questionAnswer.entryId')
    .innerJoin('question', 'question.id', 'questionAnswer.questionId')
    .select(['questionAnswer.entryId', 'question.prompt', 'questionAnswer.text'])
    .where('entry.designerId', '=', accountId)
    .execute()
  return entries.map((entry) => ({
    ...entry,
    pictures: pictures.filter((picture) => picture.entryId === entry.id),
    answers: answers.filter((answer) => answer.entryId === entry.id),
  }))
}

async function collectVotes(db: Kysely<Database>, accountId: string) {
  return {
    collaborations: await db
      .selectFrom('collaborator')
      .select(['entryId', 'invitedAt', 'acceptedAt', 'declinedAt'])
      .where('accountId', '=', accountId)
      .execute(),
    entriesHanded: await db
      .selectFrom('exposure')
      .select(['contestId', 'entryId', 'handedAt', 'passedAt'])
      .where('contestId', 'in', db.selectFrom('contest').select('id'))
      .where('voterId', '=', accountId)
      .execute(),
    scores: await db
      .selectFrom('score')
      .select(['contestId', 'entryId', 'value', 'castAt', 'changedAt'])
      .where('contestId', 'in', db.selectFrom('contest').select('id'))
      .where('voterId', '=', accountId)
      .execute(),
    wouldBuy: await db
      .selectFrom('buyMark')
      .select(['contestId', 'entryId', 'markedAt'])
      .where('accountId', '=', accountId)
      .execute(),
    /** That hashes of where the scores came from are kept, and since when; the hashes themselves would say nothing to anybody. */
    traces: await db.selectFrom('trace').select(['contestId', 'notedAt']).where('voterId', '=', accountId).execute(),
    reports: await db
      .selectFrom('report')
      .select(['entryId', 'reason', 'detail', 'reportedAt'])
      .where('reporterId', '=', accountId)
      .execute(),
    likenessAnswers: await db
      .selectFrom('likenessAnswer')
      .select(['pictureId', 'kind', 'words', 'answeredAt'])
      .where('answeredBy', '=', accountId)
      .execute(),
    signatures: await db
      .selectFrom('signature')
      .select(['runId', 'fullName', 'terms', 'signedAt'])
      .where('accountId', '=', accountId)
      .execute(),
    productionFiles: await db
      .selectFrom('productionFile')
      .select(['id', 'runId', 'version', 'kind', 'bytes', 'sha256', 'note', 'handedInAt'])
      .where('handedInBy', '=', accountId)
      .orderBy('handedInAt')
      .execute(),
  }
}

async function collectStaffWork(db: Kysely<Database>, accountId: string) {
  return {
    panelSeats: await db
      .selectFrom('panelSeat')
      .select(['contestId', 'mayClose', 'seatedAt'])
      .where('jurorId', '=', accountId)
      .execute(),
    verdicts: await db
      .selectFrom('verdict')
      .select(['contestId', 'entryId', 'kind', 'code', 'reason', 'givenAt'])
      .where('jurorId', '=', accountId)
      .execute(),
    juryDuels: await db
      .selectFrom('juryDuel')
      .select(['contestId', 'firstId', 'secondId', 'value', 'answeredAt'])
      .where('jurorId', '=', accountId)
      .orderBy('id')
      .execute(),
    decisions: await db
      .selectFrom('decision')
      .select(['contestId', 'outcome', 'letter', 'signedAt'])
      .where('signedBy', '=', accountId)
      .execute(),
    rulings: await db
      .selectFrom('reportRuling')
      .select(['reportId', 'ruling', 'note', 'ruledAt'])
      .where('ruledBy', '=', accountId)
      .execute(),
    nearMatchNotes: await db
      .selectFrom('nearMatchNote')
      .select(['nearMatchId', 'finding', 'note', 'notedAt'])
      .where('notedBy', '=', accountId)
      .execute(),
    takedowns: await db
      .selectFrom('takedown')
      .select(['entryId', 'reason', 'takenDownAt'])
      .where('takenDownBy', '=', accountId)
      .execute(),
    answersGiven: await db
      .selectFrom('brandAnswer')
      .select(['entryId', 'kind', 'reason', 'answeredAt'])
      .where('answeredBy', '=', accountId)
      .execute(),
    fileRulings: await db
      .selectFrom('fileRuling')
      .select(['fileId', 'ruling', 'reason', 'ruledAt'])
      .where('ruledBy', '=', accountId)
      .execute(),
    goDecisions: await db
      .selectFrom('goDecision')
      .select(['runId', 'go', 'reason', 'decidedAt'])
      .where('decidedBy', '=', accountId)
      .execute(),
    notes: await db
      .selectFrom('stageNote')
      .select(['runId', 'stage', 'audience', 'text', 'writtenAt'])
      .where('writtenBy', '=', accountId)
      .execute(),
  }
}
