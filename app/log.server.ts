import pino from 'pino'
import type { Config } from './config.server.ts'

export type Log = pino.Logger

/** Whatever slips into a log line under one of these names is blotted out, at the top level and one level down. */
const PERSONAL_OR_SECRET = [
  'email',
  'name',
  'handle',
  'address',
  'to',
  'from',
  'password',
  'token',
  'cookie',
  'authorization',
  'body',
  'headers',
  'query',
]

/** One JSON line per happening. Lines carry request ids and route patterns, never people's data. */
export function createLog(config: Pick<Config, 'logLevel'>, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: PERSONAL_OR_SECRET.flatMap((key) => [key, `*.${key}`]), censor: '[kept out]' },
    serializers: { err: describeError },
  }
  return destination ? pino(options, destination) : pino(options)
}

// pino's own serializer copies every property an error carries, among them query parameters and parsed input.
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const code = 'code' in error ? String(error.code) : undefined
  return { type: error.name, code, message: error.message, stack: error.stack }
}

/** The system's or the database's code of what went wrong, such as SQLITE_BUSY or ENOSPC; else what kind of error it is. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error ? String(error.code) : error.name
}
