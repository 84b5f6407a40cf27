import type { Actor } from '@/lib/platform/actor'
import type { FullCast } from '@/prisma/factories/full-switch'
import { db } from '../support/journey'

/** The people of the demonstration story who act in the switch of Riverside, each with the grants that stand. */
export async function theCast(): Promise<FullCast> {
  const person = async (email: string): Promise<Actor> => {
    const { id } = await db.person.findUniqueOrThrow({ where: { email }, select: { id: true } })
    const grants = await db.grant.findMany({
      where: { personId: id, endedAt: null },
      select: { role: true, organisationId: true, limitPence: true },
    })
    return { kind: 'person', userId: id, organisationId: grants[0]!.organisationId, grants }
  }
  const [manager, gainingSignatory] = [
    await person('manager@riverside.example'),
    await person('signatory@openpath.example'),
  ]
  return {
    manager,
    gainingSignatory,
    partner: await person('partner@riverside.example'),
    safety: await person('safety@northbank.example'),
    privacy: await person('privacy@northbank.example'),
    delivery: await person('delivery@northbank.example'),
    approver: await person('approver@northbank.example'),
    losingSignatory: await person('signatory@meridian.example'),
    practice: { id: manager.organisationId! },
    gaining: { id: gainingSignatory.organisationId! },
  }
}
