import 'server-only'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Method } from '../facts'
import { coverageOf } from '../register/coverage-rules'
import { checksOf, daysOf } from '../standards-store'
import { isNewerVersion } from '../version-order-rules'
import type { RoadmapView, StandardVersionView, StandardView } from './standard-view'

const include = {
  capabilities: { where: { absent: false }, select: { capabilityId: true }, orderBy: { capabilityId: 'asc' } },
  versions: {
    include: {
      requirements: { orderBy: { id: 'asc' }, take: 500 },
      dates: { orderBy: { sequence: 'asc' } },
      replaces: { select: { replaced: { select: { standardId: true, version: true } } } },
    },
  },
} as const

/** Standards with what is published of them: all, or one. */
export async function findStandards(tx: Tx, id?: string): Promise<StandardView[]> {
  const rows = await tx.standard.findMany({
    where: { absent: false, ...(id !== undefined && { id }) },
    include,
    orderBy: { id: 'asc' },
    take: 1_000,
  })
  return rows
    .map(({ versions, capabilities, id, name, kind, url, retired }) => ({
      id,
      name,
      kind,
      url,
      retired,
      capabilityIds: capabilities.map((c) => c.capabilityId),
      versions: versions
        .map(
          (v): StandardVersionView => ({
            ...daysOf(v),
            id: v.id,
            number: v.version,
            legalBasis: v.legalBasis,
            changeClass: v.changeClass,
            deprecatedOn: day((v.dates.at(-1) ?? v).deprecatedOn),
            asserted: v.assertedState,
            contentSha256: v.contentSha256,
            replaces: v.replaces.map(({ replaced }) => `${replaced.standardId} ${replaced.version}`),
            requirements: v.requirements.map((r) => ({
              id: r.id,
              title: r.title,
              text: r.text,
              level: r.level,
              hazard: r.hazard,
              coverage: coverageOf({ ...r, method: r.method as Method, checks: checksOf(r) }),
            })),
          }),
        )
        .sort((a, b) => (isNewerVersion({ version: a.number }, { version: b.number }) ? -1 : 1)),
    }))
    .sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))
}

/** Announced changes, the dated ones first. */
export async function findRoadmap(tx: Tx): Promise<RoadmapView[]> {
  const rows = await tx.roadmapItem.findMany({
    where: { absent: false },
    orderBy: [{ effectiveOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: 200,
  })
  return rows.map(({ id, title, concerns, status, effectiveOn, dateNote, url }) => ({
    id,
    title,
    concerns,
    status,
    effectiveOn: day(effectiveOn),
    dateNote,
    url,
  }))
}

const day = (date: Date | null) => date && dayFromDate(date)
