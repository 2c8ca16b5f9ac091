import { useEffect, useState } from 'react'
import { solveWork } from '#app/voting/proof/work.ts'

/** 'working' while the browser looks for it, then the number; 'none' where it cannot be found here, and waiting must do. */
export type Proof = { state: 'working' | 'none' } | { state: 'done'; solution: string }

/** Solves the challenge beside the page, as soon as there is one. */
export function useProof(challenge: string | null): Proof {
  const [proof, setProof] = useState<Proof>({ state: 'none' })
  useEffect(() => {
    // Only pages over https and those of this machine have it.
    if (challenge === null || !globalThis.crypto?.subtle) return
    const leaving = new AbortController()
    setProof({ state: 'working' })
    solveWork(challenge, leaving.signal)
      .then((solution) => setProof({ state: 'done', solution }))
      .catch(() => {
        if (!leaving.signal.aborted) setProof({ state: 'none' })
      })
    return () => leaving.abort()
  }, [challenge])
  return proof
}
