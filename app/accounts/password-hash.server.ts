import { hash, verify } from '@node-rs/argon2'

/** argon2id (the package's default) with 64 MiB and three passes: about 70 ms on two cores. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }

/** At 64 MiB each, a burst of sign-ins must wait in line instead of filling the memory. */
const AT_ONCE = 4

/** A hash of a random text nobody knows, at the same cost: verifying against it takes as long as against a real one. */
const NOBODYS_HASH = '$argon2id$v=19$m=65536,t=3,p=1$WTeygSP/7MC7iA5WcCZf8w$nehYze9pD9D68dCud9iuawfdpI9X1Z69ic+qz3LqydY'

let running = 0
const waiting: (() => void)[] = []

export function hashPassword(password: string): Promise<string> {
  return inLine(() => hash(normalised(password), COST))
}

/**
 * Whether the password is the one behind the hash. Without a hash (an address nobody has) it does the same work
 * and says no, so that the time does not tell who is a member.
 */
export function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  return inLine(async () => {
    const matches = await verify(passwordHash ?? NOBODYS_HASH, normalised(password))
    return matches && passwordHash !== null
  })
}

/** The same accented letter can be typed as one code point or as two (NIST SP 800-63B-4, 3.1.1.2). */
function normalised(password: string): string {
  return password.normalize('NFKC')
}

async function inLine<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // The place is handed over, not freed, so that nobody slips in between.
    if (next) next()
    else running -= 1
  }
}
