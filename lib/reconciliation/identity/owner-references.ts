import { isArray, isObject, type Json, type JsonObject, textAt } from '../json/json'

/**
 * ID-02: the references of a resource that can name its patient, in the order in which they are asked: `subject`, `patient`,
 * `for`, `beneficiary`, then the actors that take part. The first that leads to a Patient decides.
 */
export function ownerReferences(resource: JsonObject): string[] {
  const direct = ['subject', 'patient', 'for', 'beneficiary'].flatMap((key) => items(resource.get(key)))
  const actors = items(resource.get('participant')).flatMap((part) => (isObject(part) ? items(part.get('actor')) : []))
  return [...direct, ...actors].flatMap((reference) => textAt(reference, 'reference') ?? [])
}

const items = (value: Json | undefined): Json[] => (isArray(value) ? value : value === undefined ? [] : [value])
