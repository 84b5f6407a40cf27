import type { Actor } from './actor'

/** What every command is called with: who, at what instant, and in answer to which request. Nobody else reads the clock. */
export type Context = { actor: Actor; now: Date; requestId: string }
