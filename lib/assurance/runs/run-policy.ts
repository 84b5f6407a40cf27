import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import { isAuthority, isOwn } from '../assessments/assessment-policy'
import { isUnderWay, type Run } from './run'

type Owned = { supplierId: string }

/** The supplier's own dry runs, private to it. All others: the authority; and the supplier, once they are over (CS-03: unannounced). */
export function maySeeRun(actor: Actor, run: Pick<Run, 'kind' | 'state' | 'supplierId'>): boolean {
  if (run.kind === 'DRYRUN') return isOwn(actor, run)
  return isAuthority(actor) || (isOwn(actor, run) && !isUnderWay(run))
}

/** A dry run is the supplier's own, as often as it likes. */
export const mayDryRun = (actor: Actor, endpoint: Owned): Decision =>
  isOwn(actor, endpoint) ? allow : deny('Only the supplier’s own people can dry-run their endpoint')

/** An assessor or a reviewer without an interest asks for a run that counts. */
export function mayAskForOfficialRun(actor: Actor, { supplierId }: Owned): Decision {
  if (!grantOf(actor, 'assessor') && !grantOf(actor, 'reviewer'))
    return deny('Only an assessor or a reviewer of the authority can ask for a run that counts')
  return belongsTo(actor, supplierId) ? deny('You hold a role in this supplier: somebody else must do this') : allow
}

/** The kill switch (SG-09): whose sandbox it is, and the authority. */
export const mayStopRun = (actor: Actor, run: Owned & Pick<Run, 'kind'>): Decision =>
  isOwn(actor, run) ? allow : mayAskForOfficialRun(actor, run)
