import { writtenPeople } from '../written.ts'

/** Who joined of an evening, to vote for one design. */
export const NEWCOMERS = writtenPeople(`
Piero Vinci · it · Ciao.
Carla Monti · it · Ciao a tutti.
Luca Serri · it · Mi piacciono le scarpe.
Anna Rossetti · it · Ciao!
Gino Tassi · it · Qui per votare.
Rita Polidori · it · Ciao.
`)
