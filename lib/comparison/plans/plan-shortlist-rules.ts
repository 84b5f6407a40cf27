import type { Choice, Plan } from '../optimiser/choice'

/** A shortlist that a plan leads to: the module it takes, what it is taken for, and every module that could be in its place. */
export type PlannedShortlist = { moduleId: string; name: string; for: string[]; eligible: string[] }

/**
 * PLAN-1: one a module to be bought; kept modules lead to none. A module is taken for the needs that no kept module covers;
 * where it covers none of these, for what it fulfils. In its place could be every module that may be bought and does the same;
 * a record system only in the place of a record system, also where nothing else is asked of it.
 */
export function plannedShortlists(choice: Choice, plan: Pick<Plan, 'modules' | 'added'>): PlannedShortlist[] {
  const of = (id: string) => choice.candidates.find((candidate) => candidate.moduleId === id)
  const kept = plan.modules.filter((id) => !plan.added.includes(id)).flatMap((id) => of(id)?.meets ?? [])
  return plan.added.flatMap((moduleId) => {
    const taken = of(moduleId)
    if (!taken) return []
    const needs = taken.meets.filter((id) => !kept.includes(id))
    const wishes = needs.length > 0 ? [] : taken.fulfils
    const eligible = choice.candidates.filter(
      (other) =>
        other.moduleId === moduleId ||
        (other.barred === null &&
          (needs.length + wishes.length > 0 || taken.isRecordSystem) &&
          other.isRecordSystem === taken.isRecordSystem &&
          needs.every((id) => other.meets.includes(id)) &&
          wishes.every((id) => other.fulfils.includes(id))),
    )
    const words = [...choice.needs, ...choice.wishes]
      .filter(({ id }) => needs.includes(id) || wishes.includes(id))
      .map((one) => one.words)
    const purpose = words.length === 0 && taken.isRecordSystem ? ['The home of the record'] : [...new Set(words)]
    return [{ moduleId, name: taken.name, for: purpose, eligible: eligible.map((one) => one.moduleId) }]
  })
}
