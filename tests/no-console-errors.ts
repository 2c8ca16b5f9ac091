import { afterEach, beforeEach, expect, vi } from 'vitest'

/** A console.error in a test is a bug that nobody looked at: it fails the test. */
let errors: unknown[][] = []

beforeEach(() => {
  errors = []
  vi.spyOn(console, 'error').mockImplementation((...words) => {
    errors.push(words)
  })
})

afterEach(() => {
  expect(errors, 'console.error was called').toEqual([])
})
