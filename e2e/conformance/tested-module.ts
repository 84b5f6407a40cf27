import type { Outcome } from '@/lib/conformance/evidence/bundle'
import type { Actor } from '@/lib/platform/actor'
import { newId } from '@/lib/platform/ids'
import { checkFact } from '@/prisma/factories/run'
import { aModuleThatKeeps, aStandardOfItsOwn } from '../assurance/standard-situation'
import { db } from '../support/journey'

export type TestedModule = { name: string; suite: string; address: string; editor: Actor }

/**
 * A module of which an official run found this of CAP-01, in a suite and under a standard of its own: what is said of it
 * concerns nobody else, and no other module falls short of its requirement.
 */
export async function testedModule(outcome: Outcome): Promise<TestedModule> {
  const name = `Tamar ${newId().slice(0, 6)}`
  const suite = newId().slice(0, 8)
  const { moduleId, moduleVersionId, standardId, editor } = await aModuleThatKeeps(await aStandardOfItsOwn(), name)
  const { id: standardVersionId } = await db.standardVersion.findFirstOrThrow({ where: { standardId } })
  const requirement = { standardVersionId, title: 'A modern endpoint', level: 'MUST', hazard: 'LOW' }
  await db.requirement.create({ data: { ...requirement, id: `${name}/M`, method: 'MACHINE', checks: ['CAP-01'] } })
  await checkFact.of(moduleVersionId, `${name}/M`, outcome, suite)
  return { name, suite, address: `/register/${moduleId}/1.0.0`, editor }
}
