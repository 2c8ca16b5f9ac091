/** In the log only, after nginx: the client had gone before there was an answer to give. */
export const HUNG_UP = 499
