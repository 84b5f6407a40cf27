import type { Outcome } from '@/lib/conformance/evidence/bundle'
import type { Actor } from '@/lib/platform/actor'
import { newId } from '@/lib/platform/ids'
import { module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { checkFact } from '@/prisma/factories/run'
import { db } from '../support/journey'

export type TestedModule = { name: string; suite: string; address: string; editor: Actor }

/** A module of which an official run found this of CAP-01, in a suite of its own: what officers say of it concerns nobody else. */
export async function testedModule(outcome: Outcome): Promise<TestedModule> {
  const name = `Tamar ${newId().slice(0, 6)}`
  const suite = newId().slice(0, 8)
  const { moduleId, moduleVersionId, supplierId } = await module.conformant({ name })
  const { standardVersionId } = await db.finding.findFirstOrThrow({ where: { moduleVersionId } })
  const requirement = {
    standardVersionId: standardVersionId!,
    title: 'A modern endpoint',
    level: 'MUST',
    hazard: 'LOW',
  }
  await db.requirement.create({ data: { ...requirement, id: `${name}/M`, method: 'MACHINE', checks: ['CAP-01'] } })
  await checkFact.of(moduleVersionId, `${name}/M`, outcome, suite)
  return { name, suite, address: `/register/${moduleId}/1.0.0`, editor: await person.editor(supplierId) }
}
