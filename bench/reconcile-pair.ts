import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plantedClasses } from '@/lib/reconciliation/checks'
import { generate } from '@/lib/reconciliation/generator/generate'
import { makeKeys } from '@/lib/reconciliation/make-keys'
import { manifestSchema } from '@/lib/reconciliation/manifest-schema'

const perPatient = 92

export type Pair = Record<'source' | 'target' | 'profile' | 'key' | 'truth' | 'report' | 'details', string> & {
  resources: number
  bytes: number
}

/** An invented pair of so many thousand resources a side, with every class of loss planted three times, and its keys. */
export async function writePair(folder: string, thousand: number): Promise<Pair> {
  console.error(`generating ${thousand} thousand resources a side`)
  const patients = Math.round((thousand * 1_000) / perPatient)
  const made = await generate(folder, { patients, perPatient, seed: 2026, plant: plantedClasses })
  if (!made.ok) throw new Error(made.because)
  makeKeys(join(folder, 'keys'))
  const at = (name: string) => join(folder, name)
  return {
    source: at('source'),
    target: at('target'),
    profile: at('profile.json'),
    truth: at('truth.json'),
    key: at('keys/switch.key'),
    report: at('report.json'),
    details: at('details.ndjson'),
    resources: made.resources,
    bytes: ['source', 'target'].reduce((sum, side) => sum + bytesOf(at(side)), 0),
  }
}

const bytesOf = (folder: string): number =>
  manifestSchema
    .parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
    .files.reduce((sum, { bytes }) => sum + bytes, 0)
