import { register } from 'tsx/esm/api'

// A thread does not take over how its parent reads TypeScript, so it is told again.
register()
await import('./scan-worker.ts')
