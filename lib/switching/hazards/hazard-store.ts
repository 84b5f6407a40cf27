import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { HazardFact } from '../switch-facts'
import { hazardSeeds } from './hazard-seeds'

const select = {
  number: true,
  title: true,
  likelihoodBefore: true,
  severityBefore: true,
  likelihoodAfter: true,
  severityAfter: true,
  controls: true,
  owner: true,
} as const

/** The hazard log of a switch, H1 first. */
export async function findHazards(tx: Tx, switchId: string): Promise<HazardFact[]> {
  const rows = await tx.switchHazard.findMany({ where: { switchId }, select })
  return rows.sort((a, b) => Number(a.number.slice(1)) - Number(b.number.slice(1)))
}

export async function seedHazards(tx: Tx, switchId: string, at: Date): Promise<void> {
  await tx.switchHazard.createMany({ data: hazardSeeds.map((seed) => ({ switchId, ...seed, changedAt: at })) })
}

/** False where the log has a hazard of that number already. */
export async function insertHazard(
  tx: Tx,
  switchId: string,
  hazard: HazardFact & { changedById: string; changedAt: Date },
): Promise<boolean> {
  const { count } = await tx.switchHazard.createMany({ data: [{ switchId, ...hazard }], skipDuplicates: true })
  return count === 1
}

export type Assessment = { likelihoodAfter: number; severityAfter: number; controls: string; owner: string }

/** False where the log has no such hazard. */
export async function saveAssessment(
  tx: Tx,
  {
    switchId,
    number,
    ...data
  }: Assessment & { switchId: string; number: string; changedById: string; changedAt: Date },
): Promise<boolean> {
  return (await tx.switchHazard.updateMany({ where: { switchId, number }, data })).count === 1
}
