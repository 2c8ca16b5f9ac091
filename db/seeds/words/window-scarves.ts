import { writtenDesigns } from '../written.ts'

/** The entries of “A scarf to wrap the parcel in”. */
export const WINDOW_SCARVES = writtenDesigns(`
scarf · Offcuts
All the shapes that are left on the cutting table at six in the evening, swept together and repeated.

scarf · Lining of the Sky
The colours you find when you turn a good coat inside out.

scarf · Shop Door, Half Open
The border is the frame of your door. The middle is what one sees of the street from inside.

scarf · Four Corners of the Bench
Each corner is one tool. Tie it at the neck and two of them meet.

scarf · Knot Twice
Drawn to be seen only in folds. Laid flat it is a little too much, and it knows.

scarf · Sunday Silk
My grandmother had one scarf for Sundays. She never told us what the pattern was, so I made it up.

scarf · Ribbon Around Nothing
It wraps the parcel, then it is the present.
`)
