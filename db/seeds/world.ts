import type { Kysely } from 'kysely'
import type { Viewer } from '#app/accounts/roles.ts'
import type { Database } from '#db/schema.ts'
import type { Album } from './album.ts'
import type { Days } from './days.ts'
import type { WrittenPerson } from './written.ts'

/** What every part of the demo is made with. */
export interface World {
  db: Kysely<Database>
  album: Album
  /** The moment at which the demo is made; nothing happens after it. */
  now: Date
  day: Days
  size: DemoSize
  people: People
}

/** How much of each story is told: a test needs its shape, not its crowd. */
export interface DemoSize {
  entriesMost: number
  votersMost: number
  /** Pictures of an entry besides the first. */
  furtherPictures: boolean
}

export const WHOLE: DemoSize = { entriesMost: 60, votersMost: 60, furtherPictures: true }

export interface People {
  /** In the order in which they joined. */
  members: readonly Viewer[]
  /** Throws for a handle that nobody has. */
  named: (handle: string) => Viewer
  /** Somebody new, who is no member above. */
  join: (person: WrittenPerson, at: Date, mailDomain: string) => Promise<Viewer>
}
