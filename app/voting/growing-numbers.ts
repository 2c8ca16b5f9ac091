/** A list of whole numbers of 32 bits that takes millions without moving them often. */
export interface GrowingNumbers {
  push: (number: number) => void
  /** What was pushed so far; not to be written to. */
  all: () => Int32Array
}

const ROOM_AT_FIRST = 1024

export function growingNumbers(): GrowingNumbers {
  let room = new Int32Array(ROOM_AT_FIRST)
  let length = 0

  function push(number: number): void {
    if (length === room.length) {
      const wider = new Int32Array(2 * room.length)
      wider.set(room)
      room = wider
    }
    room[length] = number
    length += 1
  }

  return { push, all: () => room.subarray(0, length) }
}
