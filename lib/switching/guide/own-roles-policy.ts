import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import type { Switch, SwitchRole } from '../switch'

/** In which roles somebody reads a switch: those for which they are named first, then the side of their organisation. */
export function ownRoles(
  actor: Actor,
  of: Pick<Switch, 'practiceId' | 'payerId' | 'losingSupplierId' | 'gainingSupplierId'>,
  people: { role: SwitchRole; personId: string | null }[],
): SwitchRole[] {
  const named = people.filter((person) => person.personId === actor.userId).map((person) => person.role)
  if (named.length > 0) return named
  if (grantOf(actor, 'practice-manager', of.practiceId)) return ['practice-manager']
  if (grantOf(actor, 'gp-partner', of.practiceId)) return ['clinical-lead']
  if (belongsTo(actor, of.payerId)) return ['funding-approver']
  if (belongsTo(actor, of.losingSupplierId)) return ['losing-signatory']
  return belongsTo(actor, of.gainingSupplierId) ? ['gaining-signatory'] : []
}
