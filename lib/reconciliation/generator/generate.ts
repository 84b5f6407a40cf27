import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson } from '../canonical-json'
import { plantedClasses } from '../checks'
import type { Manifest } from '../manifest-schema'
import { emptyProfile } from '../profile-schema'
import { leastPerPatient } from './invented-fields'
import { generatedAsOf, inventPatient } from './invented-patient'
import type { Ids } from './invented-plot'
import { type PlantedClass, plants, type Truth } from './plant-losses'
import { idFrom, randomFrom } from './random'
import { SideWriter } from './side-writer'
import { writtenJson } from './written-json'

export type GenerateOptions = {
  patients: number
  perPatient: number
  seed: number
  plant: readonly PlantedClass[]
  /** Called now and then with the patients that are done. */
  progress?: (done: number, total: number) => void
}
export type Generated = { ok: true; resources: number; planted: number } | { ok: false; because: string }

export const mostPatients = 90_000
/** How often each class is planted, where there are patients enough. */
const timesEach = 3
/** Lines of the target that wait to be drawn in any order: the memory that shuffling takes. */
const waiting = 20_000

/**
 * Writes an invented pair: `source/`, `target/` (each with manifest.json), `profile.json` and `truth.json`. The target is
 * what another system would hold: new ids, references rewritten, `meta` of its own, keys reversed, lines shuffled, 5 % with
 * other white space, 2 % with escapes. The same seed gives the same bytes. Memory does not grow with the size.
 */
export async function generate(folder: string, options: GenerateOptions): Promise<Generated> {
  const { patients, perPatient, seed, plant } = options
  if (patients > mostPatients)
    return { ok: false, because: `There are invented NHS numbers for ${mostPatients} patients only` }
  if (perPatient < leastPerPatient) return { ok: false, because: `A patient has at least ${leastPerPatient} records` }
  const planned = plan(patients, plant)
  if (!planned)
    return { ok: false, because: `Planting ${plant.length} classes takes at least ${2 * plant.length} patients` }
  mkdirSync(folder, { recursive: true })
  const source = new SideWriter(join(folder, 'source'))
  const target = new SideWriter(join(folder, 'target'))
  const truth: Truth[] = []
  const shuffle = randomFrom(seed, 7)
  const drawn: { line: string; type: string }[] = []
  const order = permuted(patients)
  const [old, young] = [idsOf(seed, 1, ''), idsOf(seed, 2, '')]
  for (let at = 0; at < patients; at += 1) {
    for (const { type, record } of inventPatient(seed, at, perPatient, old))
      await source.write(writtenJson(record, { reversed: false, spaced: false, escaped: false }), type)
    const patient = order(at)
    const { kept, found } = targetOf(options, patient, planned, old, young)
    truth.push(...found)
    for (const { type, record } of kept) {
      const style = { reversed: true, spaced: shuffle.chance(0.05), escaped: shuffle.chance(0.02) }
      drawn.push({ line: writtenJson(record, style), type })
      if (drawn.length > waiting) await draw(drawn, shuffle.between(0, drawn.length - 1), target)
    }
    if (at % 200 === 0) options.progress?.(at, patients)
  }
  while (drawn.length > 0) await draw(drawn, shuffle.between(0, drawn.length - 1), target)
  const written = [await source.end(), await target.end()] as const
  writeManifest(folder, 'source', written[0])
  writeManifest(folder, 'target', written[1])
  writeFileSync(join(folder, 'profile.json'), `${JSON.stringify({ ...emptyProfile, asOf: generatedAsOf }, null, 2)}\n`)
  writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`)
  return { ok: true, resources: source.rows + target.rows, planted: truth.length }
}

function targetOf(options: GenerateOptions, patient: number, planned: Map<number, PlantedClass>, old: Ids, young: Ids) {
  const record = inventPatient(options.seed, patient, options.perPatient, young)
  const kind = planned.get(patient)
  if (kind === undefined) return { kept: record, found: [] }
  const place = {
    otherPatient: `Patient/${young.id((patient + 1) % options.patients, 0)}`,
    spareId: young.id(patient, options.perPatient),
    sourceId: (n: number) => old.id(patient, n),
  }
  const { kept, truth } = plants[kind](record, place)
  return { kept, found: truth.map((one) => ({ kind, ...one })) }
}

/** Which patient loses what: spread evenly, every host has a neighbour that keeps all. Undefined where there are too few. */
function plan(patients: number, classes: readonly PlantedClass[]): Map<number, PlantedClass> | undefined {
  const ordered = plantedClasses.filter((c) => classes.includes(c))
  const times = Math.min(timesEach, Math.floor(patients / (2 * ordered.length)))
  if (ordered.length > 0 && times === 0) return undefined
  const hosts = ordered.flatMap((c) => Array.from({ length: times }, () => c))
  return new Map(hosts.map((kind, i) => [Math.floor((i * patients) / hosts.length), kind]))
}

function idsOf(seed: number, side: number, base: string): Ids {
  return { base, id: (patient, n) => idFrom(seed, side, patient, n) }
}

/** Patients in another order: steps by a number without a common divisor, so that each comes once. */
function permuted(patients: number): (at: number) => number {
  let step = Math.max(1, Math.floor(patients * 0.618))
  while (divisor(step, patients) > 1) step += 1
  return (at) => (at * step + 5) % patients
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

async function draw(drawn: { line: string; type: string }[], at: number, target: SideWriter): Promise<void> {
  const { line, type } = drawn[at]!
  drawn[at] = drawn.at(-1)!
  drawn.pop()
  await target.write(line, type)
}

function writeManifest(folder: string, side: 'source' | 'target', written: Awaited<ReturnType<SideWriter['end']>>) {
  const manifest: Manifest = {
    version: 1,
    side,
    system: `Invented ${side} system`,
    fhirVersion: '4.0.1',
    practice: 'X99999',
    producedAt: generatedAsOf,
    ...written,
    exclusions: [],
  }
  writeFileSync(join(folder, side, 'manifest.json'), `${canonicalJson(manifest)}\n`)
}
