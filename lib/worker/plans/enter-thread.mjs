import { register } from 'tsx/esm/api'

// A new thread does not read TypeScript by itself, whatever its process was started with.
register()
await import('./plan-thread.ts')
