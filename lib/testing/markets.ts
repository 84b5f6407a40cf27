import { type Random, randomFrom } from '@/bench/random'
import type { Candidate, Choice, ModuleOfToday } from '@/lib/comparison/optimiser/choice'
import { candidate, once, tiered } from './choices'

/** How many modules, and which of the endless markets of that size. */
export type MarketSize = { modules: number; seed: number; needs?: number; wishes?: number }

/**
 * A synthetic market as a practice of 10,000 patients might meet it: one system in ten is a record system with many
 * capabilities, the others have one to six; some require, exclude or need pairing. Prices are invented, in whole pounds. The
 * same size and seed give the same market on every machine.
 */
export function syntheticChoice({ modules, seed, needs = 30, wishes = 20 }: MarketSize): Choice {
  const random = randomFrom(seed * 7_919 + modules)
  const capabilities = Array.from({ length: 50 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`)
  const needed = random.some(capabilities, Math.min(needs, capabilities.length)).sort()
  const wished = Array.from({ length: wishes }, (_, i) => ({
    id: `W${String(i + 1).padStart(3, '0')}`,
    words: `epic ${i + 1}`,
    worth: random.between(1, 9),
  }))
  const ids = Array.from({ length: modules }, (_, i) => `M${String(i + 1).padStart(4, '0')}`)
  const records = ids.slice(0, Math.max(3, Math.round(modules / 10)))
  const market = { random, capabilities, needed, wished, ids, records }
  const candidates = ids.map((id) => moduleOf(market, id))
  return {
    asOf: '2026-03-01',
    practices: [{ id: 'A', name: 'Elm Surgery', patients: 10_000 }],
    term: { start: '2026-04-01', months: 36, overlapDays: 90 },
    needs: needed.map((id) => ({ id, words: `capability ${id}` })),
    wishes: wished,
    candidates,
    today: [records[0]!, ...random.some(ids.slice(records.length), 2)].map((id) => todayOf(random, id)),
    limits: {
      budgetPence: null,
      yearlyBudgets: [],
      floorPercent: 0,
      ownCostPence: '25000',
      avoid: [],
      mayDiffer: false,
    },
  }
}

type Made = {
  random: Random
  capabilities: string[]
  needed: string[]
  wished: { id: string }[]
  ids: string[]
  records: string[]
}

function moduleOf({ random, capabilities, needed, wished, ids, records }: Made, id: string): Candidate {
  const isRecordSystem = records.includes(id)
  const offers = random.some(capabilities, isRecordSystem ? random.between(5, 14) : random.between(1, 6))
  const yearly = Math.round((isRecordSystem ? 4_000 : 500) + offers.length * random.between(200, 900))
  const supplier = random.between(1, Math.max(2, Math.round(ids.length / 3)))
  const chance = (share: number) => random.next() < share
  return candidate(id, {
    supplierId: `S${supplier}`,
    supplierName: `Supplier ${supplier}`,
    isRecordSystem,
    meets: offers.filter((c) => needed.includes(c)),
    fulfils: wished.filter(() => chance(0.12)).map((w) => w.id),
    prices: [{ ...tiered('declarative', 'SingleFixed', 'year', [[1, yearly]]), id: `price-${id}` }],
    services: chance(0.6) ? [{ name: 'migration', prices: [once(random.between(100, 3_000))] }] : [],
    requires: !isRecordSystem && chance(0.1) ? [{ oneOf: random.some(ids, 2), words: `${id} requires another` }] : [],
    conflicts: chance(0.1) ? random.some(ids, 1).filter((other) => other !== id) : [],
    pairedWith: !isRecordSystem && chance(0.35) ? random.some(records, Math.ceil(records.length * 0.6)).sort() : null,
  })
}

function todayOf(random: Random, moduleId: string): ModuleOfToday {
  const yearly = random.between(1_000, 12_000) * 100
  return {
    practiceId: 'A',
    moduleId,
    contractReference: null,
    contractEnd: random.pick(['2026-02-28', '2026-09-30', '2027-06-30']),
    noticeDays: random.pick([30, 90, 180]),
    yearlyPence: String(yearly),
    renewalYearlyPence: random.next() < 0.5 ? String(Math.round(yearly * 1.05)) : null,
    exitPence: String(random.between(0, 30) * 10_000),
    keep: 'free',
  }
}
