import type { Side } from '../compare/side'
import type { Fingerprint } from '../engines/fingerprint'
import { keysByMap } from '../identity/patient-map'
import { readReference } from '../identity/reference-form'
import type { LoadedProfile } from '../sameness/load-profile'
import { tag } from './kernel-keys'
import type { Kernel } from './kernel-program'
import { lendPatients, numberPatients, type Patients } from './match-sides'
import type { TakenLines } from './take-lines'
import { setTouched, touchedTypes } from './touched-types'

export const sideNumber = { source: 0, target: 1 } as const
type Lines = Record<Side, TakenLines>
export type Resolved = Patients & { references: Record<Side, number>; danglings: Record<Side, number> }

/** ID-01 to ID-03: gives patients their keys, resolves every reference, gives every resource its patient. */
export function resolveSides(kernel: Kernel, lines: Lines, profile: LoadedProfile, fingerprint: Fingerprint): Resolved {
  const { exports } = kernel
  const keys = keysByMap(lines.source.patients, lines.target.patients, profile.patientMap)
  const patients = numberPatients([...keys.source, ...keys.target], fingerprint)
  const numbers = new Map(patients.keys.map((key, number) => [key, number]))
  const patientType = exports.typeNumber(...kernel.lendText('Patient'))
  lendPatients(kernel, patients, patientType)
  const resolved: Resolved = { ...patients, references: { source: 0, target: 0 }, danglings: { source: 0, target: 0 } }
  for (const side of ['source', 'target'] as const) {
    const number = sideNumber[side]
    for (const [i, { record }] of lines[side].patients.entries()) {
      const key = keys[side][i]
      if (key !== undefined) kernel.words(exports.record(number, record), 16)[15] = numbers.get(key)!
    }
    setTouched(kernel, touchedTypes(side, profile))
    exports.resolveAll(number)
    resolved.references[side] = exports.references.value
    resolved.danglings[side] = exports.danglings.value
    exports.assignPatients(number, patientType)
    for (const [record, { shadow }] of lines[side].ruled) {
      exports.resolveShadow(number, shadow)
      kernel.words(shadow, 16)[15] = kernel.words(exports.record(number, record), 16)[15]!
    }
  }
  return resolved
}

/** The record that a written reference leads to (ID-03), plus one; 0 for none. */
export function findRecord(kernel: Kernel, side: Side, text: string): number {
  const { exports } = kernel
  const written = readReference(text)
  if (written.form === 'text' || written.form === 'contained') return 0
  const id = exports.hashBytesA(...kernel.lendText(written.id), tag.id)
  if (written.form === 'uuid') return exports.findById(sideNumber[side], id)
  const type = exports.hashBytesA(...kernel.lendText(written.type), tag.type)
  return exports.find(sideNumber[side], exports.typedId(type, id))
}
