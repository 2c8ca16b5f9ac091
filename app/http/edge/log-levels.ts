import { links } from '../links.ts'

/** How loudly the log says an answer. */
export type LevelOf = (answered: { status: number; path: string; cause: string }) => 'error' | 'info' | 'debug'

/** Health is asked for every few seconds: its answer is news when it is another than the last one, and only then. */
export function chooseLevels(): LevelOf {
  let health = '200 '
  return ({ status, path, cause }) => {
    if (path === links.health() && (status === 200 || status === 503)) {
      const before = health
      health = `${status} ${cause}`
      if (health === before) return 'debug'
    }
    if (status >= 500) return 'error'
    return path.startsWith('/assets/') ? 'debug' : 'info'
  }
}
