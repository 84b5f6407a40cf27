import type { Bearer, SideSummary } from '../compare/comparison'
import type { ReadFile } from '../input/read-side'
import type { IdentifiedSide } from './identified-side'

/** The figures of one side. Types are those that the rules give. */
export function summariseSide(
  files: ReadFile[],
  { all, references, dangling, wrongNumbers }: IdentifiedSide,
): SideSummary {
  const byType = new Map<string, number>()
  const byMonth = new Map<string, Map<string, number>>()
  const patients = new Map<string, Bearer[]>()
  const keyless: Bearer[] = []
  for (const [at, one] of all.entries()) {
    byType.set(one.type, (byType.get(one.type) ?? 0) + 1)
    const months = byMonth.get(one.type) ?? new Map<string, number>()
    byMonth.set(one.type, months.set(one.month, (months.get(one.month) ?? 0) + 1))
    if (one.type !== 'Patient') continue
    const { side, file, line, offset, length } = one
    const bearer = { side, file, line, offset, length, hasWrongNumber: wrongNumbers.has(at) }
    if (one.patient === null) keyless.push(bearer)
    else patients.set(one.patient, [...(patients.get(one.patient) ?? []), bearer])
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
