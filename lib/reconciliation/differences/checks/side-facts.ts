import type { Comparison } from '../../compare/comparison'
import { monthOf } from '../../engines/month-of'
import type { JsonObject } from '../../json/json'
import type { Difference, Finding, Severity } from '../finding'
import { isActiveMedication } from './record-facts'

/** What a check knows beside the finding: the instant of the profile, and figures of both sides as a whole. */
export type SideFacts = {
  /** The profile's `asOf`, in milliseconds: "future", "active" and "open" never mean the clock's now. */
  asOf: number
  isActive: (resource: JsonObject) => boolean
  /** C04: a patient of the finding has more or fewer records of its type on one side. */
  isUnbalanced: (finding: Difference) => boolean
  /** C12: S1 where the type's month has nothing left on the target, S2 where it has more or fewer. */
  monthSeverity: (finding: Finding) => Severity | undefined
}

/** Whether a finding meets a check, and how bad it is there. */
export type Judge = (finding: Finding, facts: SideFacts) => Severity | undefined

/** The facts of two sides, from what the engine counted and all differences by class. */
export function sideFacts(comparison: Comparison, differences: readonly Difference[], asOf: string): SideFacts {
  const net = new Map<string, number>()
  const cell = (patient: string | null, type: string) => `${patient} ${type}`
  for (const { source, target, class: kind } of differences) {
    if (kind === 'link' || (source && target && source.patient === target.patient)) continue
    if (source) net.set(cell(source.patient, source.type), (net.get(cell(source.patient, source.type)) ?? 0) - 1)
    if (target) net.set(cell(target.patient, target.type), (net.get(cell(target.patient, target.type)) ?? 0) + 1)
  }
  const months = (side: 'source' | 'target', type: string, month: string) =>
    comparison[side].byMonth[type]?.[month] ?? 0
  return {
    asOf: Date.parse(asOf),
    isActive: isActiveMedication,
    isUnbalanced: ({ source, target }) =>
      [source, target].some((r) => r !== undefined && net.get(cell(r.patient, r.type)) !== 0),
    monthSeverity: ({ class: kind, source, target, before, after }) => {
      const type = (source ?? target)!.type
      const own = [before, after].map((record) => record && monthOf(record))
      if (kind === 'link' || own[0] === own[1]) return undefined
      const touched = own.filter((month) => month !== undefined)
      const changed = touched.filter((month) => months('source', type, month) !== months('target', type, month))
      if (changed.length === 0) return undefined
      const empties = changed.some((month) => month !== 'undated' && months('target', type, month) === 0)
      return empties ? 'S1' : 'S2'
    },
  }
}
