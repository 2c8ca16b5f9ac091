/** A few megabytes. */
const KEPT_MOST = 50_000

/**
 * What was looked up in a database and holds until somebody else writes there: by another connection, which SQLite tells by its
 * `data_version`, or by this one beside the works that remember, whose connection then forgets all. The works themselves either do not
 * touch what they remember or keep it up to date.
 */
export class Memory {
  readonly #values = new Map<string, unknown>()
  readonly #readVersion: () => unknown
  #version: unknown

  /** @param readVersion differs once another connection has written */
  constructor(readVersion: () => unknown) {
    this.#readVersion = readVersion
  }

  /** Asked where nobody can write any more until the work is done, or where the work only reads. */
  forgetWhatOthersChanged(): void {
    const version = this.#readVersion()
    if (version !== this.#version) this.#values.clear()
    this.#version = version
  }

  remember<Value>(key: string, make: () => Value): Value {
    const kept = this.#values.get(key)
    if (kept !== undefined || this.#values.has(key)) return kept as Value
    const value = make()
    if (this.#values.size >= KEPT_MOST) this.#values.clear()
    this.#values.set(key, value)
    return value
  }

  forget(key: string): void {
    this.#values.delete(key)
  }

  forgetAll(): void {
    this.#values.clear()
  }
}
