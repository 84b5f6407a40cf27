import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

type Owned = { organisationId: string }

/** Start, freeze and decide: the practice's manager or a partner. */
export function mayRunProject(actor: Actor, project: Owned): Decision {
  const may =
    grantOf(actor, 'practice-manager', project.organisationId) ?? grantOf(actor, 'gp-partner', project.organisationId)
  return may ? allow : deny('Only the practice manager or a GP partner of the practice can do this')
}

/** Read: members of the practice. A payer reads the decision pack through the call-off it is asked to pay. */
export function maySeeProject(actor: Actor, project: Owned): boolean {
  return belongsTo(actor, project.organisationId)
}
