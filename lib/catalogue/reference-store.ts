import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { ReferenceNames } from './module-view'

/** Names of capabilities, integrations and frameworks by id, with the number of epics of each capability. */
export async function findReferenceNames(tx: Tx): Promise<ReferenceNames> {
  const capabilities = await tx.$queryRaw<{ id: string; name: string; category: string; must: number; may: number }[]>`
    select c.id, c.name, c.category,
      count(*) filter (where e.level = 'MUST' and x.active)::int as must, count(*) filter (where e.level = 'MAY' and x.active)::int as may
    from "Capability" c
    left join "CapabilityEpic" e on e."capabilityId" = c.id and not e.absent
    left join "Epic" x on x.id = e."epicId"
    group by c.id`
  const integrations = await tx.integration.findMany({ select: { id: true, family: true, name: true } })
  const frameworks = await tx.framework.findMany({ select: { id: true, shortName: true } })
  return {
    capabilities: Object.fromEntries(
      capabilities.map((c) => [c.id, { name: c.name, category: c.category, mustEpics: c.must, mayEpics: c.may }]),
    ),
    integrations: Object.fromEntries(integrations.map((i) => [i.id, `${i.family} ${i.name}`])),
    frameworks: Object.fromEntries(frameworks.map((f) => [f.id, f.shortName])),
  }
}
