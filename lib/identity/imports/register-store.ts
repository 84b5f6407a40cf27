import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { findSuccessions } from '../succession-store'
import type { ListSizeRefs } from './list-sizes-importer'
import type { PracticeRefs } from './practices-importer'
import type { SuccessionRefs } from './successions-importer'

/** Codes of every commissioner and reporting entity that is loaded. */
export async function loadCommissioners(tx: Tx): Promise<{ commissioners: Set<string> }> {
  const rows = await tx.organisation.findMany({
    where: { kind: { in: ['commissioner', 'reporting-entity'] }, demo: false },
    select: { code: true },
  })
  return { commissioners: new Set(rows.flatMap((row) => row.code ?? [])) }
}

/** Commissioners, and the area of each practice that a source younger than the file names (IMP-8). */
export async function loadPracticeRefs(tx: Tx, asOf: Day | null): Promise<PracticeRefs> {
  const observed = await tx.observedSystem.findMany({
    where: { areaCode: { not: null }, absent: false, ...(asOf === null ? {} : { asOf: { gt: dateFromDay(asOf) } }) },
    select: { practiceCode: true, areaCode: true },
    orderBy: { asOf: 'asc' },
  })
  const laterAreas = new Map(asOf === null ? [] : observed.map((row) => [row.practiceCode, row.areaCode!]))
  return { ...(await loadCommissioners(tx)), laterAreas }
}

/** Practices that a list may belong to, other prescribers, and organisations known by code only. */
export async function loadListSizeRefs(tx: Tx): Promise<ListSizeRefs> {
  const rows = await tx.organisation.findMany({
    where: { kind: { in: ['practice', 'other'] }, demo: false, code: { not: null } },
    select: { id: true, kind: true, code: true, partOfCode: true, status: true },
  })
  const others = await tx.otherPrescriber.findMany({ select: { code: true, name: true } })
  const practices = rows.filter((row) => row.kind === 'practice')
  return {
    practices: new Map(
      practices.map(({ id, code, partOfCode, status }) => [code!, { id, partOfCode, active: status === 'active' }]),
    ),
    others: new Map(others.map((row) => [row.code, row.name])),
    stubs: new Map(rows.filter((row) => row.kind === 'other').map((row) => [row.code!, row.id])),
  }
}

/** Every practice by its code, and the successions that are entered. */
export async function loadSuccessionRefs(tx: Tx): Promise<SuccessionRefs> {
  const practices = await tx.organisation.findMany({
    where: { kind: 'practice', code: { not: null } },
    select: { id: true, code: true, name: true, status: true, closedOn: true },
  })
  const codes = new Map(practices.map(({ id, code }) => [id, code!]))
  const codeOf = (id: string) => codes.get(id) ?? id
  const rows = await findSuccessions(tx)
  return {
    practices: new Map(
      practices.map(({ code, closedOn, ...rest }) => [code!, { ...rest, closedOn: closedOn && dayFromDate(closedOn) }]),
    ),
    entered: new Map(
      rows.map(({ practiceId, successorId, succeedsOn }) => [
        codeOf(practiceId),
        { successor: codeOf(successorId), succeedsOn },
      ]),
    ),
  }
}
