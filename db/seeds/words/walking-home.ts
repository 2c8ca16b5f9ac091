import { writtenDesigns } from '../written.ts'

/** The entries of “The shoe you walk home in”. */
export const WALKING_HOME = writtenDesigns(`
low sneaker · Platform Nine
Drawn on the 18:42 with my knees together. The toe is high enough for feet that have swollen since morning, and the collar gives the moment you finally sit down.

derby shoe · Office Hours, Revised
From the ankle up it is a meeting shoe. From the ankle down it is a walking shoe with a crepe sole that nobody in the meeting can hear.

loafer · The Quiet Door
For people who come home late and share a hallway. No laces, no heel iron, and a felt pad where the sole meets the stair.

strapped Mary Jane · Two Stops Early
I get off two stops early on purpose. One strap, one button, enough hold for a mile and a half of pavement and one short sprint.

running shoe · Not Running
It has everything a runner has except the wish to be seen running. The lines come from the tram tracks on my street.

platform clog · Loud on the Stairs
My neighbours know when I am home. A clog with a rubber tread, so that at least the street does not.

high-top sneaker · Ankle Weather
The evening wind where I live comes along the ground. A high collar in washed canvas, lined with the flannel of my grandfather’s shirts.

rope-soled espadrille · Last Ferry
Rope above, rubber below. It forgives wet planks and dries on the windowsill by seven in the morning.

two-strap sandal · June to September
Two straps that close without bending down. I drew it for my mother, who walks home up two hundred steps and counts them aloud.

derby shoe · My Father’s Other Pair
He had one pair for the bank and one for the way back, in a paper bag. This is the way-back pair, finally allowed inside.

low sneaker · Half a Mile of Rain
Seams moved up and away from the puddle line. That is the whole idea; the rest is only drawing.

loafer · Tuesday, Mostly
A soft loafer with the vamp cut higher than usual, because a loafer that slips off at the tram door is a slipper with ambitions.

strapped Mary Jane · The Rehearsal Ends at Ten
For musicians who stand for three hours and then miss the bus. The strap is elastic on the side that nobody sees.

platform clog · Four in the Morning, Bakery
Flour, water, heat, then cobbles. The sole lifts you over the gutter; the heel is open because the feet need air by then.

running shoe · Slow Kilometre
I took the fastest shoe I own and removed one thing at a time until it stopped asking me to hurry.

high-top sneaker · Streetlamp
The panels follow the light of the lamps on my way: bright, dark, bright, dark. Reflective thread in the stitching only, nowhere else.

two-strap sandal · Sand in the Lift
Beach town, office tower, same shoe. The footbed comes out and can be rinsed under the kitchen tap.

rope-soled espadrille · Market Side of the Street
Canvas from deckchairs, rope from the harbour. It takes the shape of your foot in a week and keeps it for two summers.

derby shoe · Soft Monday
A derby without a toe puff. It looks formal for as long as anyone is looking and then it lies down, like me.

low sneaker · Ten Minutes Flat
The distance from my desk to my door, if the light at the bridge is green. Drawn with one continuous line for the upper.

loafer · Seen from the Pavement
I sat on a kerb for an hour and drew only heels. This is the one I would have followed.

strapped Mary Jane · Key Under the Pot
A small round shoe for a small round walk. The button is the same as on my front gate.

platform clog · Tall Enough
I am one metre fifty-four. After a day of looking up at people I would like to walk home at eye level.

running shoe · Corner Shop Marathon
Out of milk at nine in the evening. It must go on with one hand while the other holds the bag.

high-top sneaker · The Long Corridor
I clean offices after everyone has left. This one is light, quiet, washable, and looks like somebody’s Saturday.

two-strap sandal · Two Hundred Steps
The wide strap crosses where the foot bends, not where the pattern book says it does.

rope-soled espadrille · Siesta, Postponed
Laces instead of ribbons, because I ride the last bit. They tuck under the edge and stay there.

derby shoe · Receipt
Long, narrow and a little crumpled, with a record of everything you did today printed along the welt.

low sneaker · Bus Driver’s Sunday
Thin sole to feel the pedal, thick heel to rest it. On Sundays I walk the line I drive on weekdays.

loafer · Umbrella Stand
It stands upright by itself at the door. The collar is stiff like a cup, so there is no need to crouch and no need for a shoehorn.

strapped Mary Jane · School Uniform, Back Gate
We were not allowed to wear anything but black. This is every colour I was thinking of at the time.

platform clog · A Small Stage
You step up to put it on, so for a second everyone in the hallway is looking. Then you just go home.

running shoe · Dog’s Second Walk
The first walk is for the dog. The second, after dinner, is for me, and he knows it.

high-top sneaker · Borrowed Jacket
Quilted like the jacket you take from the back of the chair when the evening turns out colder than you.

two-strap sandal · Heatwave Protocol
When the office sends everyone home at two. As little shoe as the pavement allows.

rope-soled espadrille · Harbour Office
The customs house closes at six and the dock is still warm. Stitched toe, so that it survives the chain.

derby shoe · The Alderman
A shoe with a stomach. It is allowed to spread, it is proud of where it has been, and it is home for dinner.

low sneaker · Second Wind
There is a moment on the hill when it stops being the way from work and starts being the way home. It is about there.

loafer · Slipper, Promoted
I took the shoe I like best, which never leaves the house, and gave it a sole and a pension.

strapped Mary Jane · Bandstand
The fan of the upper is the roof of the bandstand in our park, where I cut across although it is not shorter.

running shoe · Green Man, Red Man
Two colours that argue at every crossing. The sole turns up at the front, for those who set off a moment too soon.

high-top sneaker · Letter from a Friend
Everything laces through one long cord, like a letter that you read again on the way.

platform clog · Ironmonger
Nails, wood, leather, and one hinge that I shall explain to anyone who asks.

two-strap sandal · Closing Time
Standing behind a bar ruins all shoes equally. These are for afterwards, and they live in the locker.

rope-soled espadrille · Roof Terrace
Seven floors, no lift, and at the top the whole city. The rope grips on iron stairs; I tried.

derby shoe · The Way Back Is Shorter
A derby cut on a slant, so that it always seems to be leaning a little towards home.

low sneaker · Chalk
White by decision and grey by Thursday. It is meant to be written on by the street.

loafer · Thirty Years of Lunch Breaks
I have walked round the same block eight thousand times. This is what my feet would have asked for, had I asked them.
`)
