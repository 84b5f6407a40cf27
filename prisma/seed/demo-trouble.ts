import type { Tx } from '@/lib/platform/db'
import type { Situation } from './demo-module'

type Given = {
  moduleVersionId: string
  capabilityIds: string[]
  situation: Situation
  subject: { standardVersionId: string; requirementId: string; hazard: string }
  id: (...parts: string[]) => string
  day: (n: number) => Date
  now: Date
}

/**
 * The non-conformities of the story, in every state of their clocks: a breach that nobody has answered (CL-01 missed), plans that
 * were started and are half done, and the assessment in which an assessor can find what has been mended.
 */
export async function seedTrouble(tx: Tx, given: Given): Promise<void> {
  const { situation, subject, id, day, moduleVersionId, capabilityIds } = given
  if (situation !== 'work-off' && situation !== 'remediation' && situation !== 'breached') return
  const determinedOn = day(situation === 'breached' ? -20 : -60)
  const { module } = await tx.moduleVersion.findUniqueOrThrow({
    where: { id: moduleVersionId },
    select: { module: { select: { supplierId: true } } },
  })
  await tx.assessment.create({
    data: {
      id: id('assessment'),
      moduleVersionId,
      supplierId: module.supplierId,
      kind: 'CAPABILITY',
      capabilityIds,
      state: 'listed',
      openedAt: day(-300),
      movedAt: day(-200),
    },
    select: { id: true },
  })
  const nonConformityId = id('non-conformity')
  const { standardVersionId, requirementId } = subject
  const of = { moduleVersionId, standardVersionId, requirementId, source: 'FINDING' }
  const summary = 'Training material does not cover the newest screens'
  await tx.nonConformity.create({ data: { id: nonConformityId, ...of, summary, raisedOn: determinedOn, determinedOn } })
  if (situation !== 'breached') await seedPlan(tx, { ...given, nonConformityId })
}

async function seedPlan(tx: Tx, given: Given & { nonConformityId: string }): Promise<void> {
  const { situation, subject, id, day, nonConformityId, now } = given
  const [planId, supplierPerson] = [id('plan'), id('supplier person')]
  const text = 'We have asked two practices which screens they teach, and write the missing lessons with them'
  const by = { statedById: supplierPerson, recordedAt: now }
  await tx.nonConformityStatement.create({
    data: { id: id('statement'), nonConformityId, text, statedOn: day(-55), ...by },
  })
  await tx.plan.create({
    data: {
      id: planId,
      nonConformityId,
      kind: situation === 'work-off' ? 'WORK_OFF' : 'REMEDIATION',
      hazard: subject.hazard,
      summary: 'New lessons for every screen, reviewed by two practices',
      state: 'accepted',
      proposedOn: day(-45),
      proposedById: supplierPerson,
      acceptedOn: day(-30),
      dueOn: day(95),
    },
  })
  await tx.planMilestone.createMany({
    data: [
      { planId, number: 1, words: 'Lessons for every screen are written', dueOn: day(-5) },
      { planId, number: 2, words: 'Two practices have reviewed them', dueOn: day(95) },
    ],
  })
  const act = { planId, actedById: supplierPerson, recordedAt: now }
  await tx.planAct.createMany({
    data: [
      { ...act, id: id('started'), kind: 'STARTED', actedOn: day(-26) },
      { ...act, id: id('ticked'), kind: 'TICKED', milestone: 1, actedOn: day(-6) },
    ],
  })
}
