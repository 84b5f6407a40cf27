import type { CheckId, DifferenceClass, Judged } from '../differences/finding'
import type { PlantedClass } from '../generator/plant-losses'

/** §8: the class that each planted loss must be found as, and the check that must name it. */
export const expectedOf: Record<PlantedClass, { class: DifferenceClass; checks: CheckId[] }> = {
  'L-patient': { class: 'patient-missing', checks: ['C02'] },
  'L-allergy': { class: 'missing', checks: ['C05', 'C09'] },
  'L-medication': { class: 'missing', checks: ['C08'] },
  'L-document': { class: 'missing', checks: ['C11'] },
  'L-appointment': { class: 'missing', checks: ['C16'] },
  'L-task': { class: 'missing', checks: ['C16'] },
  'L-degraded': { class: 'altered', checks: ['C09'] },
  'L-dose': { class: 'altered', checks: ['C08'] },
  'L-value': { class: 'altered', checks: ['C14'] },
  'L-status': { class: 'altered', checks: ['C08'] },
  'L-consent': { class: 'altered', checks: ['C18'] },
  'L-attachment': { class: 'altered', checks: ['C11'] },
  'L-duplicate': { class: 'duplicate', checks: ['C19'] },
  'L-wrong-patient': { class: 'wrong-patient', checks: ['C06'] },
}

/** One loss that was planted, and the differences that together show that it was found: each must come once. */
export type Planted = { kind: PlantedClass; signs: ((difference: Judged) => boolean)[] }

/** Whether a difference is of the right class and under the right checks for a planted loss. */
export function isAsExpected(kind: PlantedClass, difference: Judged): boolean {
  const expected = expectedOf[kind]
  return difference.class === expected.class && expected.checks.every((check) => difference.checks.has(check))
}
