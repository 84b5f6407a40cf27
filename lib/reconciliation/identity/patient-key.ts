import { isArray, type Json, type JsonObject, textAt } from '../json/json'
import { isNhsNumber } from './nhs-number'

export type IdentitySystems = { system: string; fallback: string[] }

/**
 * ID-01: the key of a Patient as `system|value`: the NHS number, if it is a valid one, else the first fallback system of the
 * profile's order that has a value. An identifier marked `old` is passed over while another will do. Undefined: no key of
 * its own.
 */
export function ownKey(patient: JsonObject, { system, fallback }: IdentitySystems): string | undefined {
  const identifiers = items(patient.get('identifier'))
  const current = identifiers.filter((one) => textAt(one, 'use') !== 'old')
  const inOrder = [...current, ...identifiers.filter((one) => !current.includes(one))]
  for (const wanted of [system, ...fallback])
    for (const identifier of inOrder) {
      const value = textAt(identifier, 'value')
      if (textAt(identifier, 'system') !== wanted || !value) continue
      if (wanted !== system || isNhsNumber(value)) return `${wanted}|${value}`
    }
  return undefined
}

/**
 * C03: whether a number of the system, the one that is the key or another beside it, is none by modulus 11. Asked of the
 * patient as it was written, before any rule.
 */
export const hasWrongNumber = (patient: JsonObject, { system }: IdentitySystems): boolean =>
  items(patient.get('identifier')).some(
    (one) => textAt(one, 'system') === system && !isNhsNumber(textAt(one, 'value') ?? ''),
  )

const items = (value: Json | undefined): Json[] => (isArray(value) ? value : [])
