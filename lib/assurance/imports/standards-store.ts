import 'server-only'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { groupBy } from '@/lib/platform/group-by'
import type { LinkRefs } from './standard-links-importer'
import type { StatedVersion } from './standard-versions'
import type { StandardVersionsRefs } from './standard-versions-importer'
import type { StandardsRefs } from './standards-importer'

/** Versions that the wiki has stated already. */
export async function loadStandardsRefs(tx: Tx): Promise<StandardsRefs> {
  return {
    wiki: groupBy(await statedVersions(tx, 'standard-versions'), (version) => version.standardId),
    published: await publishedHere(tx),
  }
}

/** `S26 2.0.4` of each version that two officers published here: a file never changes it. */
async function publishedHere(tx: Tx): Promise<Set<string>> {
  const rows = await tx.standardVersion.findMany({
    where: { contentSha256: { not: null } },
    select: { standardId: true, version: true },
  })
  return new Set(rows.map((row) => `${row.standardId} ${row.version}`))
}

export async function loadStandardVersionsRefs(tx: Tx): Promise<StandardVersionsRefs> {
  const standards = await tx.standard.findMany({ select: { id: true } })
  return {
    standards: new Set(standards.map((row) => row.id)),
    catalogue: await statedVersions(tx, 'standards'),
    published: await publishedHere(tx),
  }
}

export async function loadLinkRefs(tx: Tx): Promise<LinkRefs> {
  const standards = await tx.standard.findMany({ where: { source: 'standards' }, select: { id: true } })
  const capabilities = await tx.capability.findMany({ select: { id: true } })
  return {
    standards: new Set(standards.map((row) => row.id)),
    capabilities: new Set(capabilities.map((row) => row.id)),
  }
}

/** What a source stated, read back from the days and the assertion that it left. */
async function statedVersions(tx: Tx, source: string): Promise<StatedVersion[]> {
  const rows = await tx.standardVersion.findMany({
    where: { source },
    select: {
      standardId: true,
      version: true,
      effectiveOn: true,
      deprecatedOn: true,
      retiredOn: true,
      assertedState: true,
    },
  })
  return rows.map(({ standardId, version, effectiveOn, deprecatedOn, retiredOn, assertedState }) => {
    const day = retiredOn ?? deprecatedOn ?? effectiveOn
    const dated = retiredOn ? 'Retired' : deprecatedOn ? 'Deprecated' : 'Effective'
    const asserted = /^(Effective|Published|Deprecated|Retired),/.exec(assertedState ?? '')?.[1]
    return { standardId, version, state: day ? dated : (asserted ?? 'Effective'), day: day ? dayFromDate(day) : null }
  })
}
