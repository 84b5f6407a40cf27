import 'server-only'
import { getContractFacts } from '@/lib/contracts/get-contract-facts'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { seedHazards } from './hazards/hazard-store'
import { listContractedServices } from './radar/list-contracted-services'
import { insertRadar } from './radar/radar-store'
import { serviceSeeds } from './radar/service-seeds'
import type { Switch } from './switch'

/** What every switch begins with: the hazards that each move has (HZ-01), and the services that depend on what is left (RD-01, RD-02). */
export async function seedSwitch(tx: Tx, ctx: Context, of: Switch): Promise<void> {
  await seedHazards(tx, of.id, ctx.now)
  const leaving = await getContractFacts(tx, of.leavingContractId)
  const contracted = leaving ? await listContractedServices(tx, leaving, of.gainingContractId ?? undefined) : []
  const line = (service: string, source: 'seed' | 'contracted') => ({
    id: newId(),
    switchId: of.id,
    service,
    source,
    changedAt: ctx.now,
  })
  await insertRadar(tx, [
    ...contracted.map((service) => line(service, 'contracted')),
    ...serviceSeeds.map((service) => line(service, 'seed')),
  ])
}
