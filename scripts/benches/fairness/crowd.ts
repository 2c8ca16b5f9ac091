import { gateFor } from '#app/voting/gate.ts'
import { memberFacts, pupilFacts } from './account-facts.ts'
import type { Random } from './random.ts'
import { type Design, drawPerson } from './taste.ts'
import type { Voter } from './voter.ts'

/** Two weeks. */
export const VOTING_MINUTES = 14 * 24 * 60
/** Looks. Some leave before their ballot counts; the others stay as long as they like it: twelve looks on the average. */
const LEAVE_EARLY = 0.15
const LOOKS_PAST_THE_GATE = 5.4
const GATE_OF_MANY = 8
/** A newsletter brings so many within two hours; a classroom of thirty comes within one. Both are honest. */
const COME_BY_NEWSLETTER = 0.25
const NEWSLETTER_MINUTES = 120
const CLASSROOM = 0.1
const CLASSROOM_MOST = 30
const LESSON_MINUTES = 50

export function honestCrowd(random: Random, designs: readonly Design[], count: number): Voter[] {
  const [newsletter, lesson] = [random.whole(VOTING_MINUTES - 1440), random.whole(VOTING_MINUTES - 1440)]
  const pupils = Math.min(CLASSROOM_MOST, Math.round(count * CLASSROOM))
  return Array.from({ length: count }, (_, number) => {
    const voter = honestVoter(random, designs, number, count)
    if (number < pupils)
      return { ...voter, facts: pupilFacts(number), arrives: lesson + random.whole(LESSON_MINUTES), minutesALook: 1 }
    return random.part() < COME_BY_NEWSLETTER
      ? { ...voter, arrives: newsletter + random.whole(NEWSLETTER_MINUTES) }
      : voter
  })
}

export function honestVoter(random: Random, designs: readonly Design[], number: number, count: number): Voter {
  const looks = drawLooks(random, designs.length)
  return {
    id: `v${random.whole(2 ** 31)}-${number}`,
    kind: 'honest',
    person: drawPerson(random),
    facts: memberFacts(random, number, count),
    arrives: random.whole(VOTING_MINUTES),
    minutesALook: 1 + random.whole(2),
    looks,
    cameFor: null,
    answer: (_, thought) => ({ value: thought, honest: true }),
    leaves: ({ handed }) => handed >= looks,
  }
}

export function drawLooks(random: Random, designs: number): number {
  const gate = gateFor(designs)
  if (random.part() < LEAVE_EARLY) return 1 + random.whole(gate)
  return Math.min(designs, gate + random.failures(1 / (1 + (LOOKS_PAST_THE_GATE * gate) / GATE_OF_MANY)))
}

/** Friends of designers: most clubs are small, a few large. Sent by a link, they stay in the booth until they meet their friend's. */
const FRIENDS_OF_A_DESIGNER = 2
const FRIENDS_MOST = 25
const FRIENDS_PATIENCE = 2
const FRIENDS_WHO_MARK_DOWN = 0.5
const MARKED_DOWN = 1

export function fanClubs(random: Random, designs: readonly Design[], voters: number): Voter[] {
  const most = Math.min(FRIENDS_MOST, voters / 10)
  const scale = (FRIENDS_OF_A_DESIGNER * voters) / (7.5 * designs.length)
  return designs.flatMap((design) => {
    // Pareto of exponent 1.5: its mean is three times its smallest.
    const friends = Math.floor(Math.min(most, (scale * FRIENDS_OF_A_DESIGNER) / 3 / (1 - random.part()) ** (1 / 1.5)))
    return Array.from({ length: friends }, (_, number) => friendOf(design, random, designs, number, voters))
  })
}

function friendOf(design: Design, random: Random, designs: readonly Design[], number: number, voters: number): Voter {
  const voter = honestVoter(random, designs, 10_000 + design.index * 100 + number, voters)
  const down = random.part() < FRIENDS_WHO_MARK_DOWN ? MARKED_DOWN : 0
  const patience = voter.looks * FRIENDS_PATIENCE
  return {
    ...voter,
    kind: 'fan',
    // What they take off everything is a bias like any other, and the oracle knows biases.
    person: { ...voter.person, bias: voter.person.bias - down },
    cameFor: design.index,
    answer: (shown, thought) =>
      shown === design ? { value: 5, honest: false, aimed: true } : { value: thought, honest: true },
    leaves: ({ seen, handed }) => handed >= (seen.has(design.index) ? voter.looks : patience),
  }
}

/** Half give everything the same, half press any key. */
export function carelessCrowd(random: Random, designs: readonly Design[], count: number): Voter[] {
  return Array.from({ length: count }, (_, number) => {
    const voter = honestVoter(random, designs, 50_000 + number, count)
    const always = 2 + random.whole(4)
    const same = number % 2 === 0
    return {
      ...voter,
      kind: 'careless',
      answer: () => ({ value: same ? always : random.whole(6), honest: false, aimed: true }),
    }
  })
}
