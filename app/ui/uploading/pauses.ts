/** Pauses that end by themselves, or earlier when there is reason to try again. */
export interface Pauses {
  pause(ms: number, signal: AbortSignal): Promise<void>
  end(): void
}

export function createPauses(): Pauses {
  const enders = new Set<() => void>()

  function pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = Number.isFinite(ms) ? setTimeout(end, ms) : undefined
      function end() {
        clearTimeout(timer)
        enders.delete(end)
        signal.removeEventListener('abort', end)
        resolve()
      }
      enders.add(end)
      signal.addEventListener('abort', end)
      if (signal.aborted) end()
    })
  }

  function end(): void {
    for (const ender of enders) ender()
  }

  return { pause, end }
}
