import 'server-only'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { HistoricRefs } from './historic-catalogue-importer'
import type { SystemsRefs } from './systems-importer'

/** Ids of every capability that is loaded. */
export async function loadCapabilities(tx: Tx): Promise<{ capabilities: Set<string> }> {
  const rows = await tx.capability.findMany({ select: { id: true } })
  return { capabilities: new Set(rows.map((row) => row.id)) }
}

export async function loadHistoricRefs(tx: Tx): Promise<HistoricRefs> {
  const rows = await tx.capability.findMany({ where: { status: 'expired' }, select: { id: true } })
  return { expiredCapabilities: new Set(rows.map((row) => row.id)) }
}

/** The register against which a list of systems is read. */
export async function loadSystemsRefs(tx: Tx): Promise<SystemsRefs> {
  const practices = await tx.organisation.findMany({
    where: { kind: 'practice', demo: false, code: { not: null } },
    select: { code: true, partOfCode: true, status: true, sourceAsOf: true },
  })
  const others = await tx.otherPrescriber.findMany({ select: { code: true } })
  const registered = practices.find((row) => row.status !== 'stub' && row.sourceAsOf !== null)
  return {
    practices: new Map(practices.map(({ code, partOfCode, status }) => [code!, { partOfCode, status }])),
    others: new Set(others.map((row) => row.code)),
    registerAsOf: registered?.sourceAsOf ? dayFromDate(registered.sourceAsOf) : null,
  }
}
