import type { Actor } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

/** Only the portal itself publishes, after the authority's approval; suppliers edit and submit, they do not publish. */
export function mayPublishListing(actor: Actor): Decision {
  return actor.kind === 'system' ? allow : deny('Listings are published after the authority has approved them')
}
