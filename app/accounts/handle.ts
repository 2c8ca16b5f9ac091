/** Leaves room for the number that tells two people of one name apart. */
const BASE_MAX_LENGTH = 50
/** For a name of which no letter could be spelt in Latin ones. */
const NAMELESS = 'designer'

// What Unicode's decomposition leaves as it is. Cyrillic and Greek after ISO 9 and ELOT 743, in plain letters.
const SPELLINGS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
}
const CYRILLIC =
  'а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya є ye і i ґ g ђ dj ј j љ lj њ nj ћ c џ dz'
const GREEK = 'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o'

for (const row of [CYRILLIC, GREEK]) {
  const letters = row.split(' ')
  for (let at = 0; at < letters.length; at += 2) SPELLINGS[letters[at] ?? ''] = letters[at + 1] ?? ''
}

/** The address of a person's public page, `/people/<handle>`: 'Zoë Müller-Łuczak' → 'zoe-muller-luczak'. */
export function handleFrom(name: string): string {
  const spelt = [...name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')]
    .map((letter) => SPELLINGS[letter] ?? letter)
    .join('')
  const handle = spelt
    .replace(/[’'`.]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, BASE_MAX_LENGTH)
    .replace(/^-+|-+$/g, '')
  return handle.length >= 2 ? handle : NAMELESS
}

/** The handle itself when nobody has it, else with the first number that is free, from 2. */
export function firstFree(handle: string, taken: ReadonlySet<string>): string {
  if (!taken.has(handle)) return handle
  let number = 2
  while (taken.has(`${handle}-${number}`)) number += 1
  return `${handle}-${number}`
}
