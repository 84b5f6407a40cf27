import type { Actor } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import { mayEditNeeds, maySeeNeeds } from '../needs-profiles/needs-profile-policy'

type Owned = { organisationId: string; sharedWithId: string | null }

/** Who may see the profile may see its plans. */
export const maySeePlan = (actor: Actor, run: Owned): boolean => maySeeNeeds(actor, run)

/** Asking for a plan, and cancelling one, are a buyer's in their own organisation. */
export const mayAskForPlan = (actor: Actor, run: { organisationId: string }): Decision => mayEditNeeds(actor, run)

/** Starting, finishing and failing are the portal's own acts. */
export const mayComputePlan = (actor: Actor): Decision =>
  actor.kind === 'system' ? allow : deny('Plans are computed by the portal itself')
