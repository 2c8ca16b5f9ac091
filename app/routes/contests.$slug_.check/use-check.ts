import { useEffect, useRef, useState } from 'react'
import type { CheckNews, CheckTask } from './check-messages.ts'

export type CheckState = { is: 'idle' } | { is: 'running'; events: number } | { is: 'failed' } | DoneState
export type DoneState = { is: 'done' } & Extract<CheckNews, { report: unknown }>

/** Runs one check at a time in a thread of its own, which ends with it. */
export function useCheck(): { state: CheckState; begin: (task: CheckTask) => void; stop: () => void } {
  const [state, setState] = useState<CheckState>({ is: 'idle' })
  const worker = useRef<Worker | null>(null)
  const end = () => {
    worker.current?.terminate()
    worker.current = null
  }
  useEffect(() => () => worker.current?.terminate(), [])

  function begin(task: CheckTask): void {
    end()
    const thread = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
    worker.current = thread
    setState({ is: 'running', events: 0 })
    const fail = () => {
      end()
      setState({ is: 'failed' })
    }
    thread.addEventListener('error', fail)
    thread.addEventListener('message', ({ data }: MessageEvent<CheckNews>) => {
      if ('failed' in data) return fail()
      if ('events' in data) return setState({ is: 'running', events: data.events })
      end()
      setState({ is: 'done', report: data.report })
    })
    thread.postMessage(task)
  }

  function stop(): void {
    end()
    setState({ is: 'idle' })
  }

  return { state, begin, stop }
}
