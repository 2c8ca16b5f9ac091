import { existsSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { answerNotReady } from '#app/http/edge/database-not-ready.ts'
import type { EdgeOptions } from '#app/http/edge/edge.server.ts'
import { handleByPage } from '#app/http/edge/one-page-builds.ts'
import { routePatterns } from '#app/http/edge/route-patterns.ts'
import { loadStaticFiles } from '#app/http/edge/static-files.server.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CLIENT_BUILD = fileURLToPath(new URL('../build/client', import.meta.url))
const SERVER_BUILD = fileURLToPath(new URL('../build/server/index.js', import.meta.url))

/** What stands behind the edge. */
export type App = Pick<EdgeOptions, 'handle' | 'patternOf' | 'staticFiles'> & {
  /** Sees each request first; Vite answers for its own modules there while developing. */
  beforeEdge?: (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void
  close?: () => Promise<void>
}

export function isBuilt(): boolean {
  return existsSync(SERVER_BUILD)
}

export async function builtApp(): Promise<App> {
  const build: ServerBuild = await import(pathToFileURL(SERVER_BUILD).href)
  return { ...appOf(build), staticFiles: loadStaticFiles(CLIENT_BUILD) }
}

/** A Remix build as an app, without static files. */
export function appOf(build: ServerBuild): App {
  return {
    handle: handleByPage(answerNotReady(build)),
    patternOf: routePatterns(build.routes),
    staticFiles: () => undefined,
  }
}

/** Another build may stand there at the next request. */
export function handleInDevelopment(build: ServerBuild): App['handle'] {
  return createRequestHandler(answerNotReady(build), 'development')
}

export async function devApp(server: Server): Promise<App> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: ROOT,
    configFile: `${ROOT}/remix.config.js`,
    server: { middlewareMode: true, hmr: { server } },
  })
  const loadBuild = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  let patternOf = routePatterns({})
  return {
    async handle(request, context) {
      const build = await loadBuild()
      patternOf = routePatterns(build.routes)
      return handleInDevelopment(build)(request, context)
    },
    patternOf: (path) => patternOf(path),
    staticFiles: () => undefined,
    beforeEdge: (incoming, outgoing, next) => vite.middlewares(incoming, outgoing, next),
    close: () => vite.close(),
  }
}
