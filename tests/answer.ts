/** What a loader or an action answered, in whichever of Remix's ways it did: data, `data()`, a Response, or one thrown. */
export interface Answer<Data> {
  status: number
  headers: Headers
  data: Data
}

/**
 * `await answerOf(action({ request, params: {}, context }))`. An error that is not an answer goes on to the test.
 * Data is typed as what the loader returns; a thrown or bodiless answer has none, whatever the type says.
 */
export async function answerOf<Returned>(asked: Promise<Returned> | Returned): Promise<Answer<DataOf<Returned>>> {
  return read<DataOf<Returned>>(await Promise.resolve(asked).catch(thrownAnswer))
}

type DataOf<Returned> = Returned extends Response
  ? never
  : Returned extends { data: infer Data; init: ResponseInit | null }
    ? Data
    : Returned

function thrownAnswer(thrown: unknown): unknown {
  if (thrown instanceof Response || isDataWithInit(thrown)) return thrown
  throw thrown
}

function read<Data>(answer: unknown): Answer<Data> {
  if (answer instanceof Response) {
    return { status: answer.status, headers: answer.headers, data: undefined as Data }
  }
  if (isDataWithInit(answer)) {
    return { status: answer.init?.status ?? 200, headers: new Headers(answer.init?.headers), data: answer.data as Data }
  }
  return { status: 200, headers: new Headers(), data: answer as Data }
}

function isDataWithInit(value: unknown): value is { data: unknown; init: ResponseInit | null } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit'
}
