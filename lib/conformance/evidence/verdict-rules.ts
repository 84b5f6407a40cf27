import type { Bundle, MapLine, Outcome, Verdict } from './bundle'

/**
 * What the results say of each requirement: one FAIL breaks it; it is met where all its checks passed and one of them is FULL
 * (D5, CK-06); everything else proves nothing (INV-04).
 */
export function verdictsOf({ map, results }: Pick<Bundle, 'map' | 'results'>): Record<string, Verdict> {
  const outcomeOf = new Map<string, Outcome>(results.map(({ check, result }) => [check, result]))
  const requirements = [...new Set(map.map((line) => line.requirement))].sort()
  return Object.fromEntries(
    requirements.map((id) => [
      id,
      verdictOf(
        map.filter((line) => line.requirement === id),
        outcomeOf,
      ),
    ]),
  )
}

function verdictOf(mapped: MapLine[], outcomeOf: Map<string, Outcome>): Verdict {
  const outcomes = mapped.map((line) => outcomeOf.get(line.check))
  if (outcomes.includes('FAIL')) return 'NOT_MET'
  const proven = outcomes.every((outcome) => outcome === 'PASS') && mapped.some((line) => line.strength === 'FULL')
  return proven ? 'MET_MACHINE' : 'NOT_PROVEN'
}
