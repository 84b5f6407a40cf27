import type { Subscriptions } from './reaction'

/** What follows from what; the only place that says so. */
export const subscriptions: Subscriptions = {}
