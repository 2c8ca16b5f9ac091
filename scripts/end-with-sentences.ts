import { ConfigError } from '#app/config.server.ts'

/** Runs a script; what the operator got wrong is told in plain sentences, one a line, and the exit code is 1. */
export async function endWithSentences(script: () => Promise<readonly string[]>): Promise<void> {
  const problems = await script().catch((error: unknown) => {
    if (error instanceof ConfigError) return error.sentences
    throw error
  })
  if (problems.length === 0) return
  for (const sentence of problems) console.error(sentence)
  process.exit(1)
}
