import type { Role } from '@/lib/identity/roles'
import type { Actor } from '@/lib/platform/actor'
import { dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { noon } from '@/lib/testing/context'

type Given = Partial<{ email: string; name: string; limitPence: bigint | null }>

/** A person with one grant from 1 January 2020, and the actor they are at the suite's instant. */
async function make(role: Role, organisationId: string, given: Given = {}): Promise<Actor> {
  const id = newId()
  const { limitPence = null, ...rest } = given
  await db.person.create({ data: { id, email: `${id}@test.example`, name: `A ${role}`, createdAt: noon, ...rest } })
  await db.grant.create({
    data: { id: newId(), personId: id, organisationId, role, limitPence, validFrom: dateFromDay('2020-01-01') },
  })
  return { kind: 'person', userId: id, organisationId, grants: [{ role, organisationId, limitPence }] }
}

export const person = {
  with: make,
  practiceManager: (practiceId: string, given?: Given) => make('practice-manager', practiceId, given),
  partner: (practiceId: string, given?: Given) => make('gp-partner', practiceId, given),
  requester: (commissionerId: string, given?: Given) => make('funding-requester', commissionerId, given),
  approver: (commissionerId: string, limitPence: bigint, given?: Given) =>
    make('funding-approver', commissionerId, { ...given, limitPence }),
  safetyOfficer: (commissionerId: string, given?: Given) => make('clinical-safety-officer', commissionerId, given),
  signatory: (supplierId: string, given?: Given) => make('supplier-signatory', supplierId, given),
  editor: (supplierId: string, given?: Given) => make('supplier-editor', supplierId, given),
  officer: (authorityId: string, given?: Given) => make('officer', authorityId, given),
  curator: (authorityId: string, given?: Given) => make('curator', authorityId, given),
}
