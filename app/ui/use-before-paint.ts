import { useEffect, useLayoutEffect } from 'react'

/** Runs when the page is drawn anew and nobody has seen it yet; on the server, which draws nothing, React would warn of a layout effect. */
export const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect
