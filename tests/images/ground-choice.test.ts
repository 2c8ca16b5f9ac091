import { expect, test } from 'vitest'
import { bestGround, colourOf, groundsFor } from '#app/images/ground-choice.ts'

const logo = (hex: string) => [{ colour: colourOf(hex), weight: 255 }]

test('a white logo lies on ink or grey, a black one on paper, and neither is lost', () => {
  expect(bestGround('#ffffff', logo('#ffffff'))).toBe(groundsFor('#ffffff').grey)
  expect(bestGround('#000000', logo('#000000'))).toBe(groundsFor('#000000').paper)
})

test('a picture of black and white lies where neither is lost', () => {
  const both = [...logo('#ffffff'), ...logo('#000000')]
  expect(bestGround('#808080', both)).toBe(groundsFor('#808080').grey)
})

test('what is lost on paper, grey and ink lies on its opposite', () => {
  const every = [...logo('#faf7f0'), ...logo('#b4aca0'), ...logo('#1b1917')]
  expect(bestGround('#20c040', every)).toBe(groundsFor('#20c040').complement)
  expect(groundsFor('#20c040').complement).toBe('#df3fbf')
})

test('paper comes first where all grounds serve alike', () => {
  expect(bestGround('#d03020', logo('#d03020'))).toBe(groundsFor('#d03020').paper)
})
