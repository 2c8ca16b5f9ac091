import { flatRoutes } from '@remix-run/dev/dist/config/flat-routes.js'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { handleByPage } from '#app/http/edge/one-page-builds.ts'
import { smallApp } from './small-app.tsx'

const HAPPENINGS = { writes: [], seen: [], slowRequestArrived: () => undefined, letGo: Promise.resolve() }
const SMALL = smallApp(HAPPENINGS)
const FOUND = Object.values(flatRoutes('app', ['**/.*']))

/** All of our routes, each of which answers with its name and what it read from the address. */
function namedRoutes(): ServerBuild {
  const loaderOf =
    (id: string) =>
    ({ params }: { params: unknown }) =>
      Response.json({ id, params })
  const routes = FOUND.map(({ id, path, index, parentId = 'root' }) => [
    id,
    { id, path, index, parentId, module: { loader: loaderOf(id) } },
  ])
  const { root } = SMALL.routes
  return { ...SMALL, routes: { root, ...Object.fromEntries(routes) } }
}

async function answerOf(handle: ReturnType<typeof handleByPage>, path: string) {
  const answer = await handle(new Request(`http://localhost${path}`), contextOf())
  return { status: answer.status, text: await answer.text() }
}

function contextOf() {
  return { nonce: 'n' } as Parameters<ReturnType<typeof handleByPage>>[1]
}

test('each address is answered by the very route that Remix itself would choose, also when it is asked again', async () => {
  const build = namedRoutes()
  const [remix, ours] = [createRequestHandler(build, 'production'), handleByPage(build)]
  expect(FOUND.length).toBeGreaterThan(100)
  for (const { path = '' } of FOUND) {
    for (const value of ['x', 'new']) {
      const address = `/${path.replace(/:\w+[?]?/g, value).replace('*', 'x/y')}`
      const due = await answerOf(remix, address)
      expect(await answerOf(ours, address), address).toEqual(due)
      expect(await answerOf(ours, address), address).toEqual(due)
    }
  }
})

test('pages, their data and what is not there are the same text as from the whole build', async () => {
  const [remix, ours] = [createRequestHandler(SMALL, 'production'), handleByPage(SMALL)]
  for (const path of [
    '/page',
    '/page.data',
    '/people/ada',
    '/people/ada.data?_routes=routes%2Fperson',
    '/nothing',
    '/',
  ])
    expect(await answerOf(ours, path), path).toEqual(await answerOf(remix, path))
})
