import 'server-only'
import { strengthOf } from '@/lib/conformance/run/suite-table'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Hazard, Level, Method, Requirement, Standard, StandardDays, StandardVersion } from './facts'
import type { AsTheyStood } from './facts-as-they-stood'

/**
 * Standards that are not retired, with their versions and requirements. Overarching ones apply to every module (IM-01). With
 * `former` as they stood on a past day (RG-02).
 */
export async function loadStandards(tx: Tx, former?: AsTheyStood): Promise<Standard[]> {
  const found = await tx.standard.findMany({
    where: former ? {} : { retired: false, absent: false },
    orderBy: { id: 'asc' },
    include: {
      versions: {
        orderBy: [{ version: 'asc' }, { id: 'asc' }],
        include: {
          requirements: { orderBy: { id: 'asc' } },
          replaces: true,
          changes: true,
          dates: { orderBy: { sequence: 'asc' } },
        },
      },
      capabilities: { where: former ? {} : { absent: false }, orderBy: { capabilityId: 'asc' } },
    },
  })
  const rows = (former?.standards(found) ?? found).filter((s) => !s.retired && !s.absent)
  return rows.map((s) => ({
    id: s.id,
    name: s.name,
    capabilityIds: s.kind === 'overarching' ? null : s.capabilities.filter((c) => !c.absent).map((c) => c.capabilityId),
    versions: s.versions.map(versionOf),
  }))
}

type VersionRow = Awaited<ReturnType<Tx['standardVersion']['findMany']>>[number] & {
  requirements: Awaited<ReturnType<Tx['requirement']['findMany']>>
  replaces: { replacedId: string }[]
  changes: Awaited<ReturnType<Tx['requirementChange']['findMany']>>
  dates: Awaited<ReturnType<Tx['standardVersionDates']['findMany']>>
}

function versionOf(row: VersionRow): StandardVersion {
  const carries = row.changes.flatMap(({ kind, requirementId, fromVersionId, fromRequirementId }) =>
    (kind === 'SAME' || kind === 'REWORDED') && requirementId && fromVersionId && fromRequirementId
      ? [{ to: requirementId, kind: kind as 'SAME' | 'REWORDED', fromVersionId, fromRequirementId }]
      : [],
  )
  return {
    id: row.id,
    standardId: row.standardId,
    version: row.version,
    ...daysOf(row),
    ...(row.knownFrom && { knownFrom: dayFromDate(row.knownFrom) }),
    ...(row.replaces.length > 0 && { replaces: row.replaces.map((r) => r.replacedId) }),
    asserted: assertedOf(row.assertedState),
    requirements: row.requirements.map((r): Requirement => {
      const from = carries.filter((c) => c.to === r.id)
      return {
        id: r.id,
        level: r.level as Level,
        method: r.method as Method,
        hazard: r.hazard as Hazard,
        evidenceValidDays: r.evidenceValidDays,
        title: r.title,
        notTestedReason: r.notTestedReason,
        checks: checksOf(r),
        ...(from.length > 0 && {
          carriedFrom: from.map(({ kind, fromVersionId, fromRequirementId }) => ({
            kind,
            standardVersionId: fromVersionId,
            requirementId: fromRequirementId,
          })),
        }),
      }
    }),
  }
}

/**
 * The checks that a requirement names, with what each can prove. Rows from before there were checks name none. What stands for
 * a whole text that is not itemised (IM-03) no check proves whole.
 */
export const checksOf = (r: { id: string; checks: string[] | null }): Requirement['checks'] =>
  (r.checks ?? []).flatMap((id) => {
    const strength = strengthOf(id)
    if (!strength) return []
    return [{ id, strength: strength === 'FULL' && r.id.endsWith('/WHOLE') ? 'PARTIAL' : strength }]
  })

/** The days as they stand, and what stood before each time that officers moved them (INV-03). */
export function daysOf(
  row: DatesRow & { dates: (DatesRow & { withdrawnOn: Date | null; decidedOn: Date })[] },
): StandardDays & Pick<StandardVersion, 'earlierDays'> {
  const stood = [plainDays({ ...row, withdrawnOn: null }), ...row.dates.map(plainDays)]
  const earlierDays = row.dates.map(({ decidedOn }, i) => ({ until: dayFromDate(decidedOn), days: stood[i]! }))
  return { ...stood.at(-1)!, ...(earlierDays.length > 0 && { earlierDays }) }
}

type DatesRow = Record<'publishedOn' | 'effectiveOn' | 'transitionEndsOn' | 'retiredOn', Date | null>
const plainDays = (row: DatesRow & { withdrawnOn: Date | null }): StandardDays => ({
  publishedOn: day(row.publishedOn),
  effectiveOn: day(row.effectiveOn),
  transitionEndsOn: day(row.transitionEndsOn),
  retiredOn: day(row.retiredOn),
  withdrawnOn: day(row.withdrawnOn),
})

/** `Effective, date not recorded` holds, `Published, …` may be met; `Retired, …` and `Replaced by …` are over. */
function assertedOf(state: string | null): StandardVersion['asserted'] {
  if (state?.startsWith('Effective') || state?.startsWith('Deprecated')) return 'EFFECTIVE'
  return state?.startsWith('Published') ? 'PUBLISHED' : null
}

const day = (date: Date | null) => date && dayFromDate(date)
