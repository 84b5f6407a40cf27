import type { Rereading, Resource, SideSummary } from '../compare/comparison'
import { isNhsNumber } from '../identity/nhs-number'
import { isArray, type JsonObject, textAt } from '../json/json'

/** So many patients are read at a time. */
const batchSize = 5_000

/**
 * C03 of one side: patients whose NHS number fails modulus 11, and patients who share their key with another. Every Patient
 * is read: a second number, or one beside a key of another system, is never seen by the pairing.
 * @returns how many Patient resources are concerned, each once
 */
export async function countNumberFaults(
  { patients, keyless }: SideSummary,
  rereading: Rereading,
  system: string,
): Promise<number> {
  const concerned = new Set<Resource>()
  const all = [...keyless]
  for (const bearers of patients.values()) {
    all.push(...bearers)
    if (bearers.length > 1) for (const one of bearers) concerned.add(one)
  }
  for (let from = 0; from < all.length; from += batchSize) {
    const batch = all.slice(from, from + batchSize)
    const records = await rereading.read(batch)
    batch.forEach((one, i) => {
      if (hasInvalidNumber(records[i]!, system)) concerned.add(one)
    })
  }
  return concerned.size
}

function hasInvalidNumber(patient: JsonObject, system: string): boolean {
  const identifiers = patient.get('identifier')
  return (
    isArray(identifiers) &&
    identifiers.some((one) => textAt(one, 'system') === system && !isNhsNumber(textAt(one, 'value') ?? ''))
  )
}
