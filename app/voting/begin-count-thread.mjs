import { register } from 'tsx/esm/api'

// Node's --import tsx leaves threads other than the main one alone.
register()
await import('./count-thread.ts')
