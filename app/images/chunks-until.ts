/** What comes, and null in the end when it broke off, be it on the way or because somebody ended it here. */
export async function* chunksUntil(
  ended: Promise<null>,
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array | null, void> {
  const reader = body.getReader()
  try {
    for (;;) {
      const read = await Promise.race([reader.read(), ended]).catch(() => null)
      if (read === null) return yield null
      if (read.done) return
      yield read.value
    }
  } finally {
    // Not cancelled: that would tear the connection down before its sender can read why.
    reader.releaseLock()
  }
}
