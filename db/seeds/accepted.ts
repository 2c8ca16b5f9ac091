import type { Outcome } from '#app/outcome.ts'

/** The value of a verb that the demo's story relies on; a refusal here is a mistake in the story. */
export function accepted<Value>(outcome: Outcome<Value, unknown>): Value {
  if (outcome.ok) return outcome.value
  throw new Error(`The demo was refused: ${JSON.stringify(outcome.refusal)}`)
}
