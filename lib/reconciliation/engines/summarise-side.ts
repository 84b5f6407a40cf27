import type { Resource, SideSummary } from '../compare/comparison'
import type { ReadFile } from '../input/read-side'
import type { IdentifiedSide } from './identified-side'
import { asResource } from './pair-records'

/** The figures of one side. Types are those that the rules give. */
export function summariseSide(files: ReadFile[], { all, references, dangling }: IdentifiedSide): SideSummary {
  const byType = new Map<string, number>()
  const byMonth = new Map<string, Map<string, number>>()
  const patients = new Map<string, Resource[]>()
  const keyless: Resource[] = []
  for (const one of all) {
    byType.set(one.type, (byType.get(one.type) ?? 0) + 1)
    const months = byMonth.get(one.type) ?? new Map<string, number>()
    byMonth.set(one.type, months.set(one.month, (months.get(one.month) ?? 0) + 1))
    if (one.type !== 'Patient') continue
    if (one.patient === null) keyless.push(asResource(one))
    else {
      const same = patients.get(one.patient)
      if (same) same.push(asResource(one))
      else patients.set(one.patient, [asResource(one)])
    }
  }
  return {
    files: files.map(({ path, bytes, sha256, rows, blankLines }) => ({ path, bytes, sha256, rows, blankLines })),
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    resources: all.length,
    byType: Object.fromEntries([...byType].sort()),
    byMonth: Object.fromEntries(
      [...byMonth].sort().map(([type, months]) => [type, Object.fromEntries([...months].sort())]),
    ),
    patients,
    keyless,
    references,
    dangling: { count: dangling.length, places: dangling },
  }
}
