import { versionId } from '@/lib/assurance/imports/standard-versions'
import { addDays, type Day, dateFromDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { stableId } from '@/lib/platform/stable-id'
import type { DemoModule, Situation } from './demo-module'
import { seedTrouble } from './demo-trouble'

type Requirement = { standardVersionId: string; requirementId: string; standardId: string; hazard: string }
type Asked = { tx: Tx; now: Date; today: Day; moduleVersionId: string; module: DemoModule }

/** The invented assessors and officers whose signatures stand under the demonstration's facts. */
export const signatures = {
  assessor: stableId('demo-person', 'assessor'),
  reviewer: stableId('demo-person', 'reviewer'),
  officers: [stableId('demo-person', 'former officer 1'), stableId('demo-person', 'former officer 2')] as const,
}

/**
 * Versions newer than the shipped reference names, which the public list of versions brings: the invented modules were
 * assessed against them too, so that importing that list does not lapse the whole demonstration at once.
 */
const metAhead = [
  ['S26', '2.0.3'],
  ['S35', '2.0.2'],
  ['S47', '2.1.0'],
  ['S62', '4.0.0'],
  ['S77', '2.1.1'],
  ['S77', '3.0.0'],
] as const

/** Standards whose lesser requirements carry the story's plans and gaps: never one with a serious hazard. */
const troubled = 'S28'

/** Writes the facts of one situation: claims, evidence, findings, non-conformity, plan, decisions. The label follows. */
export async function seedFacts({ tx, now, today, moduleVersionId, module }: Asked): Promise<void> {
  const id = (...parts: string[]) => stableId('demo-fact', moduleVersionId, ...parts)
  const day = (n: number) => dateFromDay(addDays(today, n))
  const { situation } = module
  await tx.claim.createMany({
    data: module.capabilities.map((capabilityId) => ({
      id: id('claim', capabilityId),
      moduleVersionId,
      capabilityId,
      declaredAt: day(-module.age - 30),
    })),
  })
  const evidence = [
    { key: 'report', title: 'Assessment report', until: 900 },
    { key: 'yearly', title: 'Yearly security and training evidence', until: yearlyEnd(situation) },
  ]
  await tx.evidence.createMany({
    data: evidence.map(({ key, title, until }) => ({
      id: id('evidence', key),
      moduleVersionId,
      title,
      sha256: stableId(moduleVersionId, key).replaceAll('-', '').padEnd(64, '0'),
      validUntil: day(until),
      visibility: key === 'report' ? 'PUBLIC' : 'BUYERS',
      addedAt: day(-module.age - 20),
    })),
  })
  const requirements = await requirementsOf(tx, module.capabilities)
  const missing = new Set(requirements.filter((r) => isGap(situation, r)).map((r) => r.requirementId))
  const finding = {
    moduleVersionId,
    outcome: 'MET',
    foundOn: day(-module.age - 10),
    assessorId: signatures.assessor,
    reviewerId: signatures.reviewer,
    recordedAt: now,
  }
  await tx.finding.createMany({
    data: [
      ...requirements
        .filter((r) => !missing.has(r.requirementId))
        .map(({ standardVersionId, requirementId, standardId }) => ({
          ...finding,
          id: id('finding', standardVersionId, requirementId),
          standardVersionId,
          requirementId,
          evidenceIds: [id('evidence', standardId === troubled ? 'yearly' : 'report')],
        })),
      ...(situation === 'unlisted' || situation === 'gaps' ? [] : module.capabilities).map((capabilityId) => ({
        ...finding,
        id: id('finding', capabilityId),
        capabilityId,
        outcome: capabilityId === module.failed ? 'NOT_MET' : 'MET',
        reason: capabilityId === module.failed ? 'Two epics that must be met were not shown' : null,
        evidenceIds: [id('evidence', 'report')],
      })),
    ],
  })
  const subject = requirements.find((r) => r.standardId === troubled)
  if (subject)
    await seedTrouble(tx, { moduleVersionId, capabilityIds: module.capabilities, situation, subject, id, day, now })
  if (situation !== 'unlisted') await seedDecisions(tx, { moduleVersionId, module, id, day, now })
}

type Shared = { moduleVersionId: string; id: (...parts: string[]) => string; day: (n: number) => Date }

async function seedDecisions(tx: Tx, given: Shared & { module: DemoModule; now: Date }): Promise<void> {
  const { module, id, day, now, moduleVersionId } = given
  const decide = (kind: string, n: number, reason: string) => ({
    id: id('decision', kind),
    moduleVersionId,
    kind,
    reason,
    effectiveFrom: day(n),
    madeOn: day(n),
    madeById: signatures.officers[0],
    secondedById: signatures.officers[1],
    recordedAt: now,
  })
  await tx.officerDecision.createMany({
    data: [decide('LIST', -module.age - 5, 'The assessment is complete and its findings were reviewed')],
  })
  if (module.situation === 'suspended')
    await tx.officerDecision.createMany({
      data: [decide('SUSPEND', -12, 'Requests sent by patients were lost for two days; the cause is not yet known')],
    })
}

/** Every requirement that applies to these capabilities, in the newest version its source holds to be in force. */
async function requirementsOf(tx: Tx, capabilityIds: string[]): Promise<Requirement[]> {
  const standards = await tx.standard.findMany({
    where: {
      retired: false,
      absent: false,
      OR: [{ kind: 'overarching' }, { capabilities: { some: { capabilityId: { in: capabilityIds }, absent: false } } }],
    },
    select: {
      id: true,
      versions: {
        where: { retiredOn: null },
        select: { id: true, version: true, assertedState: true, requirements: { select: { id: true, hazard: true } } },
      },
    },
    orderBy: { id: 'asc' },
  })
  const ahead = metAhead.filter(([standardId]) => standards.some((s) => s.id === standardId))
  const known = standards.flatMap((standard) => {
    const current = standard.versions
      .filter((v) => v.assertedState === null || /^(Effective|Published|Deprecated)/.test(v.assertedState))
      .sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }))
    return current.flatMap((v) =>
      v.requirements.map((r) => ({
        standardVersionId: v.id,
        requirementId: r.id,
        standardId: standard.id,
        hazard: r.hazard,
      })),
    )
  })
  const isNew = (id: string) => !known.some((r) => r.standardVersionId === id)
  return [
    ...known,
    ...ahead
      .map(([standardId, version]) => ({
        standardVersionId: versionId(standardId, version),
        requirementId: `${standardId}/WHOLE`,
        standardId,
        hazard: 'NONE',
      }))
      .filter((r) => isNew(r.standardVersionId)),
  ]
}

function yearlyEnd(situation: Situation): number {
  if (situation === 'evidence-ends-soon') return 120
  return situation === 'lapsed' ? -15 : 700
}

/** Nothing is known of an unlisted module; of one with gaps, the last third of its standards. */
function isGap(situation: Situation, requirement: Requirement): boolean {
  if (situation === 'unlisted') return true
  return situation === 'gaps' && Number(requirement.standardId.slice(1)) % 3 === 0
}
