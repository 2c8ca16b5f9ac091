import { findPublishedId } from '#app/contests/contests.server.ts'
import { scoreFormSchema } from '#app/voting/ballot.ts'
import { castScore } from '#app/voting/cast-score.server.ts'
import type { RequestContext } from './context.ts'
import { spend } from './limit.server.ts'
import { checkFields } from './read-form.server.ts'
import { inWords } from './refusals.ts'
import type { ScoreAnswer } from './score-answer.ts'
import { findViewer } from './viewer.server.ts'

/** An id and a digit, with room. */
export const SCORE_BYTES_MOST = 1024

const SCORE_PATH = /^\/contests\/([^/]+)\/vote\/score$/

/** Which contest a request scores in when it is the booth's own: JSON, to the address of the form. null for any other request. */
export function scoresIn(method: string, path: string, headers: Headers): string | null {
  if (method !== 'POST' || headers.get('Content-Type') !== 'application/json') return null
  return SCORE_PATH.exec(path)?.[1] ?? null
}

/**
 * The booth's own way to give a score: behind the same edge, guard, limit and verb as the form's (routes/contests.$slug_.vote_.score)
 * but past the page, so that a crowd that votes at once is answered without rendering anything.
 */
export async function takeScore(request: Request, slug: string, context: RequestContext): Promise<Response> {
  const voter = await findViewer(context, request)
  if (!voter) return refuse(inWords('not-signed-in'))
  const form = checkFields(await readJson(request), scoreFormSchema)
  if (!form.ok) return refuse({ status: 422, sentence: Object.values(form.errors).flat().join(' ') })
  const wait = await spend(context, [['writePerPerson', voter.id]])
  if (wait) return refuse(wait, { 'Retry-After': String(wait.seconds) })
  const contestId = await findPublishedId(context.db, slug)
  if (!contestId) return refuse(inWords('contest-not-found'))
  const { entryId, score: value } = form.value
  const outcome = await castScore(context.db, { contestId, voterId: voter.id, entryId, value }, context.clock())
  return outcome.ok ? answer({ entryId: outcome.value.entryId }, 200) : refuse(inWords(outcome.refusal))
}

/** The fields of a flat object of texts; whatever else was sent has none of them. */
async function readJson(request: Request): Promise<Record<string, string>> {
  const sent: unknown = await request.json().catch(() => null)
  if (typeof sent !== 'object' || sent === null) return {}
  const texts = Object.entries(sent).filter((field): field is [string, string] => typeof field[1] === 'string')
  return Object.fromEntries(texts)
}

function refuse({ status, sentence }: { status: number; sentence: string }, headers: Record<string, string> = {}) {
  return answer({ sentence }, status, headers)
}

function answer(body: ScoreAnswer, status: number, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { ...headers, 'Content-Type': 'application/json' } })
}
