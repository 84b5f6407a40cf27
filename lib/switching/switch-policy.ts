import { type Actor, belongsTo, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'
import { type Switch, type SwitchRole, switchRoles } from './switch'

type Parties = Pick<Switch, 'practiceId' | 'payerId' | 'losingSupplierId' | 'gainingSupplierId'>
export type People = Partial<Record<SwitchRole, string>>

/** The people of a view, by role, as the policies ask for them. */
export const peopleOf = (people: { role: SwitchRole; personId: string | null }[]): People =>
  Object.fromEntries(people.filter((p) => p.personId !== null).map((p) => [p.role, p.personId]))

/** Practice, commissioner and both suppliers see a switch; for everybody else it does not exist. */
export function maySeeSwitch(actor: Actor, of: Parties): boolean {
  return [of.practiceId, of.payerId, of.losingSupplierId, of.gainingSupplierId].some((id) => belongsTo(actor, id))
}

const isManager = (actor: Actor, of: Pick<Parties, 'practiceId'>) =>
  grantOf(actor, 'practice-manager', of.practiceId) !== undefined
const isCommissioner = (actor: Actor, of: Parties) =>
  grantOf(actor, 'funding-requester', of.payerId) !== undefined ||
  grantOf(actor, 'funding-approver', of.payerId) !== undefined
const signsFor = (actor: Actor, supplierId: string | null) =>
  supplierId !== null && grantOf(actor, 'supplier-signatory', supplierId) !== undefined

/** The actor is the person named for the role and still holds the grant that goes with it. */
export function standsAs(actor: Actor, of: Parties, people: People, role: SwitchRole): boolean {
  const { grant, of: where } = switchRoles[role]
  return people[role] === actor.userId && grantOf(actor, grant, of[where]) !== undefined
}

export const mayOpenSwitch = (actor: Actor, practiceId: string): Decision =>
  isManager(actor, { practiceId }) ? allow : deny('Only the practice manager can open a switch')

export const mayRunSwitch = (actor: Actor, of: Parties): Decision =>
  isManager(actor, of) ? allow : deny('Only the practice manager can do this')

/** The system orders a switch when it hears that its call-off is signed. */
export const mayOrderSwitch = (actor: Actor, of: Parties): Decision =>
  actor.kind === 'system' || isManager(actor, of) ? allow : deny('Only the practice manager can order the switch')

export const mayLoad = (actor: Actor, of: Parties): Decision =>
  signsFor(actor, of.gainingSupplierId) ? allow : deny('Only a signatory of the gaining supplier can do this')

/** The IT delivery partner of the commissioner, who is named in this switch. */
export const mayDeliver = (actor: Actor, of: Parties, people: People): Decision =>
  standsAs(actor, of, people, 'delivery-partner')
    ? allow
    : deny('Only the person named as IT delivery partner of this switch can do this')

export const mayFreeze = (actor: Actor, of: Parties): Decision =>
  signsFor(actor, of.losingSupplierId) ? allow : deny('Only a signatory of the losing supplier can freeze the records')

/** A statement is made by whoever stands in one of the roles that its kind names; who runs the practice by grant alone. */
export function mayState(actor: Actor, of: Parties, people: People, by: SwitchRole[]): Decision {
  const able = by.some((role) =>
    role === 'practice-manager' ? isManager(actor, of) : standsAs(actor, of, people, role),
  )
  if (able) return allow
  const titles = by.map((role) => switchRoles[role].title.toLowerCase())
  return deny(`Only these people of this switch can state it: ${titles.join(', ')}`)
}

/** Whose capacity the actor can publish for this switch: the gaining supplier's, or the IT delivery partner's. */
export function publishesCapacityOf(actor: Actor, of: Parties): string | undefined {
  if (signsFor(actor, of.gainingSupplierId)) return of.gainingSupplierId!
  return grantOf(actor, 'delivery-partner', of.payerId) ? of.payerId : undefined
}

/** Which side of a cancellation the actor speaks for. */
export function cancellingSide(actor: Actor, of: Parties): 'practice' | 'commissioner' | undefined {
  if (isManager(actor, of)) return 'practice'
  return isCommissioner(actor, of) ? 'commissioner' : undefined
}

export function mayEnterManifest(actor: Actor, of: Parties, side: 'source' | 'target'): Decision {
  const supplierId = side === 'source' ? of.losingSupplierId : of.gainingSupplierId
  if (signsFor(actor, supplierId)) return allow
  return deny(
    side === 'source'
      ? 'Only a signatory of the losing supplier can sign the manifest of the extract'
      : 'Only a signatory of the gaining supplier can sign the manifest of the load',
  )
}

/** For which organisation the actor runs the comparison: practice, commissioner (its IT partner) or gaining supplier. */
export function checkingOrganisation(actor: Actor, of: Parties): string | undefined {
  if (isManager(actor, of)) return of.practiceId
  if (grantOf(actor, 'delivery-partner', of.payerId)) return of.payerId
  return signsFor(actor, of.gainingSupplierId) ? of.gainingSupplierId! : undefined
}

export const mayBringReports = (actor: Actor, of: Parties): Decision =>
  checkingOrganisation(actor, of)
    ? allow
    : deny('Only the practice manager, the IT delivery partner and the gaining supplier bring keys and reports')

export const mayAcceptDifference = (actor: Actor, of: Parties, people: People): Decision =>
  standsAs(actor, of, people, 'clinical-safety-officer')
    ? allow
    : deny('Only the clinical safety officer of this switch can accept a difference')

export const maySignAs = (actor: Actor, of: Parties, people: People, role: SwitchRole): Decision =>
  standsAs(actor, of, people, role)
    ? allow
    : deny(`Only the person named as ${switchRoles[role].title.toLowerCase()} of this switch can sign here`)

/** Manager, clinical lead and safety officer decide a roll-back, two of them. */
export const mayRollBack = (actor: Actor, of: Parties, people: People): Decision =>
  (['practice-manager', 'clinical-lead', 'clinical-safety-officer'] as const).some((role) =>
    standsAs(actor, of, people, role),
  )
    ? allow
    : deny(
        'Only the practice manager, the clinical lead and the clinical safety officer of this switch can roll it back',
      )

export const mayCertifyDeletion = (actor: Actor, of: Parties): Decision =>
  signsFor(actor, of.losingSupplierId)
    ? allow
    : deny('Only a signatory of the losing supplier can certify the deletion')

export const mayCloseSwitch = (actor: Actor, of: Parties): Decision =>
  isCommissioner(actor, of) ? allow : deny('Only the commissioner can close a switch')

export const mayCancelSwitch = (actor: Actor, of: Parties): Decision =>
  isManager(actor, of) || isCommissioner(actor, of)
    ? allow
    : deny('Only the practice manager and the commissioner can cancel a switch')
