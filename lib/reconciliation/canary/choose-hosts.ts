import { plantedClasses } from '../checks'
import type { Comparison, Place, Rereading, Resource } from '../compare/comparison'
import { asCompared } from '../differences/as-compared'
import type { Judged } from '../differences/finding'
import { typeOf } from '../differences/finding'
import { leavesOf } from '../differences/leaves'
import type { PlantedClass } from '../generator/plant-losses'
import { withChange } from '../generator/plant-losses'
import { plainStyle, writtenJson } from '../generator/written-json'
import { ownerReferences } from '../identity/owner-references'
import { readReference } from '../identity/reference-form'
import { type JsonObject, textAt } from '../json/json'
import type { LoadedProfile } from '../sameness/load-profile'
import type { Planted } from './expected'
import { alterations } from './real-hosts'

/** What becomes of lines of the target: by file and line, the lines that stand there instead. */
export type Rewriting = Map<number, Map<number, string[]>>

/**
 * Chooses among the real records of the target one host for each class of loss, and plants the loss there. Hosts are records
 * that match today, of patients whose records of that type all match, so that what is found afterwards is what was planted.
 * Records are offered one after the other; `rewriting` and `planted` say what came of it.
 */
export class HostChooser {
  readonly rewriting: Rewriting = new Map()
  readonly planted: Planted[] = []
  private readonly tokenOf = new Map<string, string>()
  private readonly busy = new Set<string>()
  private readonly dirty = new Set<string>()
  private readonly open = new Set<PlantedClass>(plantedClasses)
  private lostPatient: string | undefined
  private readonly lostSigns: Planted['signs'] = []

  private constructor(
    private readonly loaded: LoadedProfile,
    private readonly asOf: number,
  ) {}

  static async from(comparison: Comparison, rereading: Rereading, loaded: LoadedProfile, seed: number) {
    const chooser = new HostChooser(loaded, Date.parse(loaded.profile.asOf!))
    const { unpaired, links, target } = comparison
    const different = [...unpaired.source, ...unpaired.target, ...links.flatMap((l) => [l.source, l.target])]
    for (const one of different) {
      chooser.dirty.add(placeKey(one))
      if (one.patient) chooser.busy.add(one.patient).add(`${one.patient} ${one.type}`)
    }
    const bearers = [...target.patients].filter(([, patients]) => patients.length === 1)
    const records = await rereading.read(bearers.map(([, [patient]]) => patient!))
    for (const [i, [token]] of bearers.entries()) {
      const id = textAt(records[i], 'id')
      if (id !== undefined) chooser.tokenOf.set(id, token)
    }
    const clean = [...chooser.tokenOf.values()].filter((token) => !chooser.busy.has(token)).sort()
    if (clean.length > 2) chooser.losePatient(clean[seed % clean.length]!)
    return chooser
  }

  /** A record of the target, as it was parsed; it is not used by the caller afterwards. */
  offer(record: JsonObject, place: Place): void {
    const token = this.patientOf(record)
    const type = textAt(record, 'resourceType')!
    if (token !== undefined && token === this.lostPatient) {
      this.write(place, [])
      this.lostSigns.push((f) => f.class === 'patient-missing' && f.source!.patient === token)
    } else if (token !== undefined && this.mayHost(place, token, type)) this.plantOne(record, place, token, type)
  }

  private losePatient(token: string): void {
    this.lostPatient = token
    this.planted.push({ kind: 'L-patient', signs: this.lostSigns })
  }

  private mayHost(place: Place, token: string, type: string): boolean {
    return type !== 'Patient' && !this.dirty.has(placeKey(place)) && !this.busy.has(`${token} ${type}`)
  }

  private plantOne(record: JsonObject, place: Place, token: string, type: string): void {
    const id = textAt(record, 'id')
    if (id === undefined) return
    for (const kind of this.open) {
      const sign = kind === 'L-wrong-patient' ? this.move(record, place, token, type) : this.alter(kind, record, place)
      if (!sign) continue
      this.open.delete(kind)
      this.busy.add(`${token} ${type}`)
      this.planted.push({ kind, signs: [sign] })
      return
    }
  }

  private alter(kind: PlantedClass, record: JsonObject, place: Place): Planted['signs'][number] | undefined {
    const type = textAt(record, 'resourceType')
    const id = textAt(record, 'id')!
    const done = alterations[kind]?.(record, this.asOf)
    if (done === undefined) return undefined
    if (typeof done === 'object') {
      this.write(place, [writtenJson(done.altered, plainStyle)])
      return (f) => typeOf(f) === type && f.targetId === id
    }
    const line = writtenJson(record, plainStyle)
    const copy = writtenJson(new Map(record).set('id', `canary-${place.file}-${place.line}`), plainStyle)
    this.write(place, done === 'lost' ? [] : [line, copy])
    const content = contentOf(asCompared(record, 'target', this.loaded, 'ruled'))
    return (f) => typeOf(f) === type && contentOf((done === 'lost' ? f.before : f.after) ?? new Map()) === content
  }

  /** Gives an observation to another patient of the target, one whose observations all match. */
  private move(record: JsonObject, place: Place, token: string, type: string) {
    if (type !== 'Observation' && type !== 'Condition' && type !== 'Procedure') return undefined
    const written = textAt(record.get('subject'), 'reference')
    const id = written === undefined ? undefined : idOf(written)
    const other = [...this.tokenOf].find(
      ([, one]) => one !== token && one !== this.lostPatient && !this.busy.has(`${one} ${type}`),
    )
    if (written === undefined || id === undefined || !other) return undefined
    const moved = withChange(record, ['subject', 'reference'], () => written.replace(id, other[0])) as JsonObject
    this.write(place, [writtenJson(moved, plainStyle)])
    this.busy.add(`${other[1]} ${type}`)
    const targetId = textAt(record, 'id')
    return (f: Judged) => f.targetId === targetId && f.target!.patient === other[1]
  }

  private patientOf(record: JsonObject): string | undefined {
    if (textAt(record, 'resourceType') === 'Patient') return this.tokenOf.get(textAt(record, 'id') ?? '')
    for (const owner of ownerReferences(record)) {
      const token = this.tokenOf.get(idOf(owner) ?? '')
      if (token !== undefined) return token
    }
    return undefined
  }

  private write({ file, line }: Place, lines: string[]): void {
    const ofFile = this.rewriting.get(file) ?? new Map<number, string[]>()
    this.rewriting.set(file, ofFile.set(line, lines))
  }
}

function idOf(reference: string): string | undefined {
  const read = readReference(reference)
  return read.form === 'text' || read.form === 'contained' ? undefined : read.id
}
const placeKey = ({ side, file, line }: Place | Resource): string => `${side} ${file} ${line}`
const contentOf = (record: JsonObject): string => leavesOf(record).sort().join('\u0001')
