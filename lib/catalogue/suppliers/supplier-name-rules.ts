import { addDays, type Day } from '@/lib/platform/days'
import type { SupplierName } from './supplier-name'

/** Names are the same whatever their case, accents and punctuation, and with or without Ltd, Limited or plc (NAM-1). */
export function foldName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words.replace(/( (ltd|limited|plc))+$/, '')
}

export const isBorneOn = ({ from, to }: Pick<SupplierName, 'from' | 'to'>, day: Day): boolean =>
  (from === null || from <= day) && (to === null || to >= day)

export type NameMatch =
  | { kind: 'one'; supplierId: string }
  | { kind: 'none' }
  | { kind: 'ambiguous-name'; supplierIds: string[] }

/** Whose name this is on that day; a name that two suppliers hold is nobody’s until a person decides (NAM-1). */
export function matchName(name: string, day: Day, names: SupplierName[]): NameMatch {
  const folded = foldName(name)
  const supplierIds = [
    ...new Set(names.filter((n) => foldName(n.name) === folded && isBorneOn(n, day)).map((n) => n.supplierId)),
  ]
  if (supplierIds.length > 1) return { kind: 'ambiguous-name', supplierIds }
  return supplierIds[0] ? { kind: 'one', supplierId: supplierIds[0] } : { kind: 'none' }
}

const overlap = (a: Pick<SupplierName, 'from' | 'to'>, b: Pick<SupplierName, 'from' | 'to'>): boolean =>
  (a.to === null || b.from === null || b.from <= a.to) && (b.to === null || a.from === null || a.from <= b.to)

/** Another supplier’s name that would be the same on some day; undefined where the new one is free. */
export function holderOf(added: Omit<SupplierName, 'id' | 'version'>, names: SupplierName[]): SupplierName | undefined {
  const folded = foldName(added.name)
  return names.find((n) => n.supplierId !== added.supplierId && foldName(n.name) === folded && overlap(n, added))
}

/** A supplier has one brand and one registered name at a time: the day on which the one before a new one ends. */
export const lastDayBefore = (from: Day): Day => addDays(from, -1)
export const isSingle = (kind: string): kind is 'brand' | 'legal' => kind === 'brand' || kind === 'legal'
