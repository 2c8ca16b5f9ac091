import { expect, test } from 'vitest'
import { takenDownLetter } from '#app/notifications/contest-letters.ts'
import { fileRuledLetter } from '#app/notifications/production-letters.ts'

const SENDER = { brandName: 'Officina', publicOrigin: 'https://placet.example' }
const ADA = { name: 'Ada Ferri', email: 'ada@example.org', language: 'it' } as const

test('what somebody wrote in lines and paragraphs stands so in both halves of a letter, in the quotes of its language', () => {
  const ruled = { title: 'Onda', runId: 'run', ruling: 'changes-wanted', head: undefined } as const
  const mail = fileRuledLetter(ADA, { ...ruled, reason: 'Manca l’abbondanza.\r\n\r\n3 mm,\r\ntutt’intorno.' }, SENDER)
  expect(mail.html).toContain('<p>«Manca l’abbondanza.</p><p>3 mm,<br>tutt’intorno.»</p>')
  expect(mail.text).toMatch(/«Manca l’abbondanza\.\s+3 mm,\s+tutt’intorno\.»/)
})

test('a line break brings nobody’s tags into a letter', () => {
  const reason = 'One.\n<img src=x>\n\n<p>Two.'
  const { html } = takenDownLetter(ADA, { title: 'Onda', reason, entryId: 'entry', head: undefined }, SENDER)
  expect(html).not.toMatch(/<img|<p>Two/)
  expect(html).toContain('One.<br>&#60;img src=x&#62;</p><p>&#60;p&#62;Two.')
})
