import type { Fingerprint } from '../engines/fingerprint'
import { leafOf } from '../engines/merkle'
import type { Kernel } from './kernel-program'

const hashBytes = 16

/** Patients by number: the first is nobody, with the empty key. */
export type Patients = { keys: string[]; tokens: (string | null)[] }

/** Numbers for the keys of both sides, in the order met. */
export function numberPatients(keys: Iterable<string | undefined>, fingerprint: Fingerprint): Patients {
  const distinct = [...new Set([...keys].filter((key) => key !== undefined))]
  return { keys: ['', ...distinct], tokens: [null, ...distinct.map((key) => fingerprint('patient', key))] }
}

/** Tells the kernel two words a patient, drawn from its token. */
export function lendPatients(kernel: Kernel, { tokens }: Patients, patientType: number): void {
  const at = kernel.exports.reserve(hashBytes * tokens.length)
  const salts = kernel.bytes(at, hashBytes * tokens.length)
  for (const [number, token] of tokens.entries()) if (token !== null) salts.write(token, hashBytes * number, 'hex')
  kernel.exports.setPatients(at, patientType)
}

/**
 * Fingerprints and matches all resources, patient by patient (LK-01 to LK-04). Answers the leaf of every patient who has any
 * resource, by key: HMAC over key, L2 of the source, L2 of the target, each with its length before it (§7.7).
 */
export function matchSides(kernel: Kernel, patients: Patients, leafKey: Uint8Array): Map<string, Buffer> {
  const { exports } = kernel
  for (const side of [0, 1]) exports.computeSeconds(side)
  const [source, target] = [0, 1].map((side) => exports.groupByPatient(side, patients.keys.length))
  exports.setGroupRoom(source!, target!)
  for (let patient = 0; patient < patients.keys.length; patient++) exports.markSharedOf(patient)
  runRounds(kernel)
  const leaves = new Map<string, Buffer>()
  for (const [patient, key] of patients.keys.entries()) {
    exports.comparePatient(patient)
    const [ofSource, ofTarget] = [exports.sourceInGroup.value, exports.targetInGroup.value] as [number, number]
    if (ofSource + ofTarget === 0) continue
    const at: number = exports.material.value
    const parts: Parameters<typeof leafOf>[1] = [
      Buffer.from(key),
      kernel.bytes(at, hashBytes * ofSource),
      kernel.bytes(at + hashBytes * ofSource, hashBytes * ofTarget),
    ]
    leaves.set(key, leafOf(leafKey, parts))
  }
  return leaves
}

/** LK-02: rounds follow each other while they tell more resources apart than the one before. */
function runRounds(kernel: Kernel): void {
  const { exports } = kernel
  const marked = [0, 1].map((side) => exports.markAgains(side))
  if (marked.every((n) => n === 0)) return
  const rooms = marked.map((n) => exports.reserve(hashBytes * (n + 1)))
  for (let before = 0, now = 1; now > before; ) {
    before = now
    for (const side of [0, 1]) exports.runRound(side, rooms[side]!)
    const seen = new Set<string>()
    for (const side of [0, 1])
      for (let i = 0; i < marked[side]!; i++)
        seen.add(kernel.bytes(rooms[side]! + hashBytes * i, hashBytes).toString('latin1'))
    now = seen.size
  }
}
