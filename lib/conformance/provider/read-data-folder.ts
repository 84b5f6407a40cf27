import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Patient, Resource } from '@medplum/fhirtypes'
import { isNhsNumber, nhsNumberSystem } from './nhs-number'
import { seedNhsNumbers } from './seed'

/**
 * The resources of a folder of `*.ndjson.gz` (RP-02): every patient gets a test NHS number, and references by identifier
 * (`Type?identifier=system|value`, as exporters write for what stands in another file) become plain ones.
 */
export function dataResources(folder: string): Resource[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson.gz'))
    .sort()
  if (files.length === 0) throw new Error(`No *.ndjson.gz in ${folder}`)
  const resources = files.flatMap((name) => read(join(folder, name)))
  const places = new Map(
    resources.flatMap((resource) =>
      identifiersOf(resource).map((key) => [key, `${resource.resourceType}/${resource.id}`]),
    ),
  )
  const numbers = testNumbers()
  return resources.map((resource) => {
    const resolved = resolve(resource, places) as Resource
    return resolved.resourceType === 'Patient' ? numbered(resolved, numbers.next().value!) : resolved
  })
}

function read(file: string): Resource[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Resource)
}

function identifiersOf(resource: Resource): string[] {
  const identifiers = (resource as { identifier?: { system?: string; value?: string }[] }).identifier
  return (Array.isArray(identifiers) ? identifiers : []).map(
    (one) => `${resource.resourceType}?identifier=${one.system}|${one.value}`,
  )
}

/** @throws Error where a reference names nothing: a half-resolved folder would make false failures. */
function resolve(value: unknown, places: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((inner) => resolve(inner, places))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== 'reference' || typeof inner !== 'string' || !inner.includes('?identifier='))
        return [key, resolve(inner, places)]
      const place = places.get(inner)
      if (!place) throw new Error(`Nothing is named by ${inner}`)
      return [key, place]
    }),
  )
}

function numbered(patient: Patient, value: string): Patient {
  return { ...patient, identifier: [{ system: nhsNumberSystem, value }, ...(patient.identifier ?? [])] }
}

/** Numbers of the test range 900, without those of the seed and the one that must stay unknown. */
function* testNumbers(): Generator<string, undefined> {
  const taken = new Set([...seedNhsNumbers, '9000000041'])
  for (let at = 9_000_000_000; at < 9_010_000_000; at++) {
    const value = String(at)
    if (isNhsNumber(value) && !taken.has(value)) yield value
  }
}

/** The numbers that the patients of a folder get, in its order. */
export function dataNhsNumbers(resources: Resource[]): string[] {
  return resources.flatMap((resource) => (resource.resourceType === 'Patient' ? [resource.identifier![0]!.value!] : []))
}
