import { writtenDesigns } from '../written.ts'

/** The entries of “The lining nobody sees”. */
export const LININGS = writtenDesigns(`
scarf · Inside Weather
Rain outside, this inside. It is meant for the half second in which the boot comes off.

scarf · The Other Side of the Map
On the back of every folded map there is something nobody looks at. I have drawn that.

scarf · Small Hours
Dark, with what is still lit at three in the morning.

scarf · Confetti, Swept
The day after. Less of it than you think, and all in one corner.

scarf · Drawer Paper
The paper my aunt put into drawers. It was for the eyes of jumpers only.

scarf · Secret Sunday
What the shoe would wear if it had the day off.
`)
