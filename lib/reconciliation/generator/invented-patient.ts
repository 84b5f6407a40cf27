import { always, fields } from './invented-fields'
import type { Ids, Invented, Plot } from './invented-plot'
import { recordOf } from './invented-record'
import { randomFrom } from './random'

/** The instant that "future", "active" and "open" of a generated pair refer to. */
export const generatedAsOf = '2026-03-02T09:00:00+00:00'

const usual = [
  'Observation',
  'Observation',
  'Observation',
  'Observation',
  'Observation',
  'Encounter',
  'Encounter',
  'MedicationRequest',
  'MedicationRequest',
  'Condition',
  'DocumentReference',
  'Immunization',
  'Procedure',
] as const

/**
 * The record of one invented patient as one system holds it: the same content for the same seed and patient on both sides,
 * ids, references and `meta` as `ids` gives them.
 */
export function inventPatient(seed: number, patient: number, perPatient: number, ids: Ids): Invented[] {
  const random = randomFrom(seed, patient)
  const plot: Plot = { random, patient, ids, out: [], encounters: [], documents: [] }
  for (const type of always) add(plot, type)
  while (plot.out.length < perPatient) {
    // Some things truly happen twice, in the same words: two records, neither lost.
    const last = plot.out.at(-1)!
    if (last.type === 'Observation' && random.chance(0.005)) repeat(plot, last)
    else add(plot, random.chance(0.01) ? random.pick(always.slice(2)) : random.pick(usual))
  }
  return plot.out
}

function add(plot: Plot, type: string): void {
  const n = plot.out.length
  const { ids, patient, random, encounters } = plot
  const seen =
    encounters.length > 0
      ? { reference: `${ids.base}Encounter/${ids.id(patient, random.pick(encounters))}` }
      : undefined
  const record = recordOf({
    resourceType: type,
    id: ids.id(patient, n),
    meta: { versionId: String(1 + (n % 3)), lastUpdated: '2026-02-27T18:00:00Z', source: ids.base || undefined },
    ...fields[type]!(plot, seen, n),
  })
  plot.out.push({ n, type, record })
  if (type === 'Encounter') encounters.push(n)
  if (type === 'DocumentReference') plot.documents.push(n)
}

function repeat(plot: Plot, { type, record }: Invented): void {
  const n = plot.out.length
  plot.out.push({ n, type, record: new Map(record).set('id', plot.ids.id(plot.patient, n)) })
}
