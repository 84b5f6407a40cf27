import { severities } from '../checks'
import type { CheckId, DifferenceClass, Judged, Severity } from '../differences/finding'
import { typeOf } from '../differences/finding'

/** Differences of one check, exact: without explanation by severity, and those that a declared rule explains. */
export type Count = Record<Severity, number> & { explained: number }
/** The same with the source's records in it, which are then not matched. */
export type TypeCount = Count & { ofSource: number }

export const noCount = (): Count => ({ S1: 0, S2: 0, S3: 0, S4: 0, explained: 0 })
export const unexplainedOf = (count: Count): number => severities.reduce((sum, severity) => sum + count[severity], 0)

/** What is counted of all differences; each is seen once and then forgotten. */
export class Tally {
  readonly totals: Count = noCount()
  readonly byClass = new Map<DifferenceClass, number>()
  readonly checks = new Map<CheckId, Map<string, TypeCount>>()
  readonly explainedByRule = new Map<string, number>()
  neighbours = 0

  /** A difference counts under each check it meets, in the totals once, at its worst severity. */
  add(difference: Judged): void {
    const { class: kind, rules, neighbour, severity, checks } = difference
    if (neighbour) this.neighbours += 1
    else if (rules) {
      this.totals.explained += 1
      for (const rule of rules) this.explainedByRule.set(rule, (this.explainedByRule.get(rule) ?? 0) + 1)
    } else {
      this.totals[severity!] += 1
      this.byClass.set(kind, (this.byClass.get(kind) ?? 0) + 1)
    }
    for (const [id, worst] of checks) {
      const count = this.at(id, typeOf(difference))
      count[rules ? 'explained' : worst] += 1
      if (difference.source) count.ofSource += 1
    }
  }

  /** Something wrong with a side as a whole, which no difference stands for (C01, C03): it counts all the same. */
  addFaults(id: CheckId, type: string, severity: Severity, faults: number): void {
    if (faults === 0) return
    this.totals[severity] += faults
    this.at(id, type)[severity] += faults
  }

  private at(id: CheckId, type: string): TypeCount {
    const types = this.checks.get(id) ?? new Map<string, TypeCount>()
    this.checks.set(id, types)
    const count = types.get(type) ?? { ...noCount(), ofSource: 0 }
    types.set(type, count)
    return count
  }
}
