import { writtenDesigns } from '../written.ts'

/** The entries of “One bag, two wheels”. */
export const TWO_WHEELS = writtenDesigns(`
half-moon bag · Crescent Wrench
Named after the tool I always forget. It hangs like a quarter moon under the arm and opens with one pull, even with gloves on.

messenger bag · Left Shoulder
I rode with parcels for six years and my left shoulder still knows. The strap comes off the corner at the angle of the collarbone, and a second thin one stops the bag from swinging when you look behind you.

backpack · Ride First, Carry Later
A backpack that turns sideways without being taken off. The harness is a ring: pull it once and the bag is in front of you at the counter.

satchel · Two Clicks to the Library
Clips on to the rack with two clicks, walks in like a satchel. It is sized for four novels or one dictionary.

tote · Basket Case
It stands in a front basket, as wide at the bottom as the basket and not a centimetre more. The flap goes over the top when it rains, and it will.

bucket bag · Handlebar Bucket
Hangs from the bars by its own cord. Drawn round a one-litre bottle, a lock and a peach.

messenger bag · Tailwind
The flap closes by itself when you go fast. The faster, the tighter, which is a thing I should like to say of more objects.

backpack · Shed Key
Roll top, side door. The side door is for the keys, the lights and the sandwich, in that order.

half-moon bag · Crossbar
It straps under the crossbar and becomes a bag when you lift it away. The curve is the frame of my mother’s bicycle.

bucket bag · Lock, Pump, Apple
Three pockets for three things and one big space for whatever you happen to find on the way.

messenger bag · Ring Twice
The bell on the strap is real.

half-moon bag · Rear Light
A bag that is its own lamp: the edge is piped with a red that glows for an hour after you lock up.

tote · Café Stop
For people who ride forty kilometres for a coffee and then sit for three hours with the bag on their knees.

bucket bag · Puncture Kit
Made from inner tubes that could not be saved. Every one has a patch, and the patch is the label.
`)
