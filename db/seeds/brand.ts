/** Whose house the demo is. */
export const DEMO_BRAND = 'Officina Calandra'
/** Everybody in the demo signs in with it. */
export const DEMO_PASSWORD = 'una lesina e due spaghi'
