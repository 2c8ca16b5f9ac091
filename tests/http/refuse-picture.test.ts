import { expect, test } from 'vitest'
import { refusePicture } from '#app/http/refuse-picture.server.ts'

test('that no decoder was free is told to the log, and a picture’s own faults are not', () => {
  const causes: string[] = []
  const notReady = (cause: string) => void causes.push(cause)
  expect(refusePicture({ notReady }, { reason: 'damaged' }).status).toBe(422)
  expect(causes).toEqual([])
  expect(refusePicture({ notReady }, { reason: 'too-busy' }).status).toBe(503)
  expect(causes).toEqual(['pictures/no-decoder-free'])
})
