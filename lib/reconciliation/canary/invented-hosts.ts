import { plantedClasses } from '../checks'
import type { Judged } from '../differences/finding'
import { inventedNhsNumber } from '../generator/invented-nhs-number'
import { inventPatient } from '../generator/invented-patient'
import type { Ids, Invented } from '../generator/invented-plot'
import { plants, type Truth } from '../generator/plant-losses'
import { idFrom } from '../generator/random'
import { plainStyle, writtenJson } from '../generator/written-json'
import { isArray, isObject, type JsonObject, textAt } from '../json/json'
import type { Planted } from './expected'

export type InventedHosts = { source: string[]; target: string[]; planted: Planted[] }

/** Invented numbers are taken from this place downwards: generated pairs take theirs from the other end. */
const lastNumber = 89_999

/**
 * Two invented patients for each class of loss, on both sides: the one loses it on the target, the other keeps all. So a
 * practice without a single allergy still sees that the loss of one would be found. Numbers that the data holds are passed
 * over. The lines of either side, and what must be found.
 */
export function inventHosts(seed: number, system: string, taken: ReadonlySet<string>): InventedHosts {
  const hosts: InventedHosts = { source: [], target: [], planted: [] }
  const free = freeNumbers(taken, 2 * plantedClasses.length)
  const [old, young] = [idsOf(seed, 101), idsOf(seed, 102)]
  plantedClasses.forEach((kind, i) => {
    const [loser, keeper] = [free[2 * i]!, free[2 * i + 1]!]
    const record = (patient: number, ids: Ids) => withSystem(inventPatient(seed, patient, 13, ids), system)
    const { kept, truth } = plants[kind](record(loser, young), {
      otherPatient: `Patient/${young.id(keeper, 0)}`,
      spareId: young.id(loser, 99),
      sourceId: (n) => old.id(loser, n),
    })
    hosts.source.push(...lines(record(loser, old)), ...lines(record(keeper, old)))
    hosts.target.push(...lines(kept), ...lines(record(keeper, young)))
    hosts.planted.push({ kind, signs: truth.map((one) => signOf(kind, one, kept)) })
  })
  return hosts
}

/** What shows that a loss was found: the ids; of two equal records, the content. */
function signOf(kind: Planted['kind'], { sourceId, targetId }: Omit<Truth, 'kind'>, kept: Invented[]) {
  if (kind !== 'L-duplicate')
    return (f: Judged) => (f.sourceId ?? null) === sourceId && (f.targetId ?? null) === targetId

  const ids = new Set(kept.map(({ record }) => textAt(record, 'id')))
  return (f: Judged) => f.targetId !== undefined && ids.has(f.targetId)
}

function freeNumbers(taken: ReadonlySet<string>, wanted: number): number[] {
  const free: number[] = []
  for (let n = lastNumber; free.length < wanted && n > 0; n -= 1) if (!taken.has(inventedNhsNumber(n))) free.push(n)
  return free
}

const idsOf = (seed: number, side: number): Ids => ({ base: '', id: (patient, n) => idFrom(seed, side, patient, n) })
const lines = (record: Invented[]): string[] => record.map((one) => writtenJson(one.record, plainStyle))

/** The first identifier bears the system that the profile knows patients by. */
function withSystem(record: Invented[], system: string): Invented[] {
  return record.map((one) => (one.type === 'Patient' ? { ...one, record: identified(one.record, system) } : one))
}

function identified(patient: JsonObject, system: string): JsonObject {
  const identifiers = patient.get('identifier')
  if (!isArray(identifiers)) return patient
  const [first, ...rest] = identifiers
  return new Map(patient).set('identifier', [isObject(first) ? new Map(first).set('system', system) : first!, ...rest])
}
