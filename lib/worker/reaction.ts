import type { Context } from '@/lib/platform/context'
import type { StoredEvent } from '@/lib/platform/stored-event'

/** What follows from an event. It re-reads the truth, because it may run late, twice and out of order. */
export type Reaction = (ctx: Context, event: StoredEvent) => Promise<void>

/** Event name → the reactions to it, by name: the name is part of the job's identity, so do not rename one lightly. */
export type Subscriptions = Record<string, Record<string, Reaction>>
