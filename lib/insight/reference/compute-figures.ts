import type { AreaFigures, SystemCounts } from '../market'

/** The facts of single practices from which the figures per area are made, as the importers read them from the public files. */
export type PracticeFacts = {
  areas: Pick<AreaFigures, 'code' | 'name' | 'icbCode' | 'icbName'>[]
  /** Later list: system (null where unresolved) and area. */
  now: Map<string, { principal: string | null; areaCode: string }>
  before: Map<string, string>
  patients: Map<string, number>
  /** Commissioner of each English practice in the register. */
  register: Map<string, string | null>
}

/** Figures per area. The earlier list names no area: it is that of the later list, else of the register (the later source holds). */
export function computeFigures(facts: PracticeFacts): { areas: AreaFigures[]; unplacedBefore: SystemCounts } {
  const areas = new Map<string, AreaFigures>(
    facts.areas.map((area) => [
      area.code,
      { ...area, practices: {}, patients: {}, unresolved: 0, before: {}, moves: {} },
    ]),
  )
  for (const [code, { principal, areaCode }] of facts.now) {
    const area = areas.get(areaCode)!
    if (principal === null) area.unresolved++
    if (principal === null) continue
    add(area.practices, principal, 1)
    add(area.patients, principal, facts.patients.get(code) ?? 0)
    const formerly = facts.before.get(code)
    if (formerly) add(area.moves, `${formerly}>${principal}`, 1)
  }
  const unplacedBefore: SystemCounts = {}
  for (const [code, system] of facts.before) {
    const areaCode = facts.now.get(code)?.areaCode ?? facts.register.get(code)
    add(areas.get(areaCode ?? '')?.before ?? unplacedBefore, system, 1)
  }
  return { areas: [...areas.values()].sort((a, b) => (a.code < b.code ? -1 : 1)), unplacedBefore }
}

function add(counts: SystemCounts, system: string, n: number): void {
  counts[system] = (counts[system] ?? 0) + n
}
