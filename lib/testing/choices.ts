import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { Candidate, Choice, ModuleOfToday } from '@/lib/comparison/optimiser/choice'

/** Synthetic choices for tests: every price, supplier and practice here is invented. */

/** Pounds a patient a year, one tier. */
export const perPatient = (poundsEach: number): PriceJson => tiered('patient', 'Volume', 'year', [[1, poundsEach]])

/** Pounds once for each practice. */
export const once = (sum: number): PriceJson => tiered('declarative', 'Volume', 'none', [[1, sum]])

/** A price by its tiers: from which quantity, pounds. */
export function tiered(
  basis: PriceJson['basis'],
  mode: PriceJson['mode'],
  period: PriceJson['period'],
  tiers: [from: number, pounds: number][],
): PriceJson {
  const unit = basis === 'patient' ? 'patient' : 'practice'
  return {
    id: `${basis}-${mode}-${period}`,
    basis,
    mode,
    period,
    per: 'practice',
    unit,
    unitPlural: `${unit}s`,
    definition: null,
    tiers: tiers.map(([from, each]) => ({ from: String(from), unitPrice: String(Math.round(each * 100_000)) })),
    validFrom: '2026-01-01',
  }
}

/** A module with defaults: sold, no ties, its own supplier. */
export function candidate(id: string, over: Partial<Candidate>): Candidate {
  return {
    moduleId: id,
    listingVersionId: `listing-${id}`,
    listingSha256: 'a'.repeat(64),
    name: id,
    version: '1.0',
    supplierId: `supplier-${id}`,
    supplierName: `Supplier of ${id}`,
    meets: [],
    fulfils: [],
    isRecordSystem: false,
    barred: null,
    keepableUntil: null,
    prices: [],
    services: [],
    requires: [],
    conflicts: [],
    pairedWith: null,
    standing: { words: 'conformant', asOf: '2026-01-01' },
    ...over,
  }
}

export const migration = (sum: number): Candidate['services'] => [{ name: 'migration', prices: [once(sum)] }]

const needs = [
  { id: 'C13', words: 'Patient Information Maintenance - GP' },
  { id: 'C5', words: 'Appointments Management - GP' },
  { id: 'C9', words: 'Document Management' },
]
/** What P1 is today: £12,600.00 a year, six months owed from 1 April 2026, £1,500.00 to leave. */
const p1Today: ModuleOfToday = {
  practiceId: 'A',
  moduleId: 'P1',
  contractReference: 'GP-1',
  contractEnd: '2026-09-30',
  noticeDays: 0,
  yearlyPence: '1260000',
  renewalYearlyPence: '1260000',
  exitPence: '150000',
  keep: 'free',
}

/** The worked example of the design (§6): 10,000 patients, 36 months, six feasible plans. */
export function workedChoice(over: Partial<Choice> = {}, limits: Partial<Choice['limits']> = {}): Choice {
  return {
    asOf: '2026-03-01',
    practices: [{ id: 'A', name: 'Elm Surgery', patients: 10_000 }],
    term: { start: '2026-04-01', months: 36, overlapDays: 0 },
    needs,
    wishes: [
      { id: 'w-p2', words: 'wish that P2 fulfils', worth: 3 },
      { id: 'w-d1', words: 'wish that D1 fulfils', worth: 1 },
      { id: 'w-d2', words: 'wish that D2 fulfils', worth: 2 },
      { id: 'w-s1', words: 'wish that S1 fulfils', worth: 1 },
    ],
    candidates: [
      candidate('P1', { meets: ['C13', 'C5'], isRecordSystem: true, prices: [perPatient(1.26)] }),
      candidate('P2', {
        meets: ['C13'],
        fulfils: ['w-p2'],
        isRecordSystem: true,
        prices: [perPatient(1)],
        services: migration(4_827),
      }),
      candidate('D1', {
        meets: ['C9'],
        fulfils: ['w-d1'],
        prices: [perPatient(0.28)],
        services: migration(1_500),
        conflicts: ['P1'],
      }),
      candidate('D2', { meets: ['C9', 'C5'], fulfils: ['w-d2'], prices: [perPatient(0.4)], services: migration(800) }),
      candidate('S1', {
        meets: ['C5'],
        fulfils: ['w-s1'],
        prices: [perPatient(0.15)],
        services: migration(200),
        requires: [{ oneOf: ['P2'], words: 'S1 requires P2' }],
      }),
    ],
    today: [p1Today],
    ...over,
    limits: {
      budgetPence: null,
      yearlyBudgets: [],
      floorPercent: 0,
      ownCostPence: '0',
      avoid: [],
      mayDiffer: false,
      ...limits,
    },
  }
}

/** The worked example where P1 must be kept. */
export const keepP1 = (): ModuleOfToday[] => [{ ...p1Today, keep: 'must' }]
