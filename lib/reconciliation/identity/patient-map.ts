/** A Patient of one side as the map sees it. */
export type MappedPatient = { id: string | undefined; key: string | undefined }

/**
 * ID-01: the key of each Patient of both sides, in their order. A Patient without a key of its own takes that of its partner in
 * the practice's map; where neither has one, the map's source id serves both. Undefined: no key.
 */
export function keysByMap(
  source: MappedPatient[],
  target: MappedPatient[],
  map: [string, string][],
): { source: (string | undefined)[]; target: (string | undefined)[] } {
  const ownKeys = (patients: MappedPatient[]) => new Map(patients.map(({ id, key }) => [id, key]))
  const [ownOfSource, ownOfTarget] = [ownKeys(source), ownKeys(target)]
  const [forSource, forTarget] = [new Map<string, string>(), new Map<string, string>()]
  for (const [sourceId, targetId] of map) {
    const key = ownOfSource.get(sourceId) ?? ownOfTarget.get(targetId) ?? `patientMap|${sourceId}`
    forSource.set(sourceId, key)
    forTarget.set(targetId, key)
  }
  const keyOf = (mapped: Map<string, string>) => (patient: MappedPatient) =>
    patient.key ?? (patient.id === undefined ? undefined : mapped.get(patient.id))
  return { source: source.map(keyOf(forSource)), target: target.map(keyOf(forTarget)) }
}
