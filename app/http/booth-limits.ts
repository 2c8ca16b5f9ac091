import type { Whence } from '#app/voting/trace.ts'
import type { Spending } from './limit.server.ts'

/** What every act in the booth spends, by whatever door: of the person, of the address, and of the device where it is known. */
export function boothSpendings(voterId: string, { address, device }: Whence): Spending[] {
  const ofDevice: Spending[] = device === null ? [] : [['ballotPerDevice', device]]
  return [['writePerPerson', voterId], ['ballotPerAddress', address], ...ofDevice]
}
