import type { plantedClasses } from '../checks'
import { type Json, JsonNumber, type JsonObject } from '../json/json'
import { hostOf } from './invented-fields'
import type { Invented } from './invented-plot'

export type PlantedClass = (typeof plantedClasses)[number]

/** What was lost on purpose: `paths` are those of the target's changed leaves, empty where the whole resource is the difference. */
export type Truth = {
  kind: PlantedClass
  type: string
  sourceId: string | null
  targetId: string | null
  paths: string[]
}

/** What one class does to the target's copy of one patient's record. */
type Plant = (
  record: Invented[],
  place: { otherPatient: string; spareId: string; sourceId: (n: number) => string },
) => { kept: Invented[]; truth: Omit<Truth, 'kind'>[] }

const lose =
  (type: Parameters<typeof hostOf>[0]): Plant =>
  (record, { sourceId }) => {
    const n = hostOf(type)
    return {
      kept: record.filter((one) => one.n !== n),
      truth: [{ type, sourceId: sourceId(n), targetId: null, paths: [] }],
    }
  }

const change =
  (
    type: Parameters<typeof hostOf>[0],
    path: string,
    to: (was: Json | undefined, record: JsonObject) => Json | undefined,
  ): Plant =>
  (record, { sourceId }) => {
    const host = record[hostOf(type)]!
    const changed = withChange(host.record, path.split(/[.[\]]+/).filter(Boolean), (was) =>
      to(was, host.record),
    ) as JsonObject
    return {
      kept: record.map((one) => (one === host ? { ...one, record: changed } : one)),
      truth: [{ type, sourceId: sourceId(host.n), targetId: host.record.get('id') as string, paths: [path] }],
    }
  }

/** The classes of §8, each on the host that every invented patient has. */
export const plants: Record<PlantedClass, Plant> = {
  'L-patient': (record, { sourceId }) => ({
    kept: [],
    truth: record.map(({ n, type }) => ({ type, sourceId: sourceId(n), targetId: null, paths: [] })),
  }),
  'L-allergy': lose('AllergyIntolerance'),
  'L-medication': lose('MedicationRequest'),
  'L-document': lose('DocumentReference'),
  'L-appointment': lose('Appointment'),
  'L-task': lose('Task'),
  'L-degraded': change('AllergyIntolerance', 'code.coding', () => undefined),
  'L-dose': change('MedicationRequest', 'dosageInstruction[0].text', (was) => (was as string).slice(0, -6)),
  'L-value': change('Observation', 'valueQuantity.value', (was) => new JsonNumber(timesTen((was as JsonNumber).text))),
  'L-status': change('MedicationRequest', 'status', () => 'completed'),
  'L-consent': change('Consent', 'provision.type', (was) => (was === 'permit' ? 'deny' : 'permit')),
  'L-attachment': change('DocumentReference', 'content[0].attachment.hash', (was) =>
    (was as string).replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
  ),
  'L-duplicate': (record, { spareId, sourceId }) => {
    const host = record[hostOf('MedicationRequest')]!
    const copy = { ...host, record: new Map(host.record).set('id', spareId) }
    return {
      kept: [...record, copy],
      truth: [{ type: host.type, sourceId: sourceId(host.n), targetId: spareId, paths: [] }],
    }
  },
  'L-wrong-patient': (record, place) =>
    change('Observation', 'subject.reference', () => place.otherPatient)(record, place),
}

/** The tree with the value at a path changed; what is not on the path is shared. A value of undefined takes the key out. */
export function withChange(
  value: Json | undefined,
  path: string[],
  to: (was: Json | undefined) => Json | undefined,
): Json | undefined {
  const [step, ...rest] = path
  if (step === undefined) return to(value)
  if (Array.isArray(value)) return value.map((item, i) => (String(i) === step ? withChange(item, rest, to)! : item))
  const copy = new Map(value as JsonObject)
  const changed = withChange(copy.get(step), rest, to)
  if (changed === undefined) copy.delete(step)
  else copy.set(step, changed)
  return copy
}

/** Ten times a decimal, by moving its point. */
export function timesTen(text: string): string {
  const [whole, fraction = ''] = text.split('.')
  if (fraction === '') return `${whole}0`
  return `${whole}${fraction[0]}${fraction.length > 1 ? `.${fraction.slice(1)}` : ''}`
}
