import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plantedClasses } from '../checks'
import type { Comparison, EngineAnswer, Faulty, Place } from '../compare/comparison'
import { judgeAll } from '../differences/judge-all'
import { engines } from '../engines'
import { FaultList } from '../input/fault-list'
import { defaultMaxLine, readSide } from '../input/read-side'
import { isArray, type JsonObject, textAt } from '../json/json'
import { switchKeyId } from '../make-keys'
import type { Canary } from '../report'
import { noteLeftover } from '../verbs/leftovers'
import type { RunOptions } from '../verbs/run-options'
import { buildCopy } from './build-copies'
import { HostChooser } from './choose-hosts'
import { isAsExpected, type Planted } from './expected'
import { inventHosts } from './invented-hosts'

export type CanaryAnswer = { ok: true; canary: Canary } | ({ ok: false } & Faulty)
type Answer = Extract<EngineAnswer, { ok: true }>

/**
 * Plants every class of loss into a copy of the target, in its own records where they have a host and in invented patients
 * that are added to copies of both sides, compares the copies, and counts how many are found as what they are. Both sides
 * stay as they are; the copies lie in a closed folder that is removed at the end.
 */
export async function runCanary(options: RunOptions, seed: number): Promise<CanaryAnswer> {
  const first = await compare(options, options)
  if (!first.ok) return first
  const folder = mkdtempSync(join(tmpdir(), 'canary-'))
  const done = noteLeftover(folder)
  try {
    const copies = { source: join(folder, 'source'), target: join(folder, 'target') }
    const planted = await plant(options, copies, first, seed)
    const second = await compare(options, copies)
    return second.ok ? { ok: true, canary: await findAll(options, second, planted, seed) } : second
  } finally {
    rmSync(folder, { recursive: true, force: true })
    done()
  }
}

const compare = (options: RunOptions, { source, target }: { source: string; target: string }) =>
  engines[options.engine]!.compare({ ...options, profile: options.loaded, resume: undefined, source, target })

async function plant(
  options: RunOptions,
  copies: { source: string; target: string },
  { comparison, rereading }: Answer,
  seed: number,
): Promise<Planted[]> {
  const { loaded, source, target } = options
  const chooser = await HostChooser.from(comparison, rereading, loaded, seed)
  const taken = new Set<string>()
  await eachRecord('source', options, (record) => takeNumbers(record, taken))
  await eachRecord('target', options, (record, place) => {
    takeNumbers(record, taken)
    chooser.offer(record, place)
  })
  const invented = inventHosts(seed, loaded.profile.identity.system, taken)
  const paths = (side: 'source' | 'target', of: Comparison) => of[side].files.map((file) => file.path)
  await buildCopy(source, copies.source, paths('source', comparison), new Map(), invented.source)
  await buildCopy(target, copies.target, paths('target', comparison), chooser.rewriting, invented.target)
  return [...chooser.planted, ...invented.planted]
}

async function eachRecord(
  side: 'source' | 'target',
  options: RunOptions,
  resource: (record: JsonObject, place: Place) => void,
): Promise<void> {
  await readSide({
    side,
    folder: options[side],
    maxLine: options.maxLine ?? defaultMaxLine,
    faults: new FaultList(),
    progress: () => undefined,
    resource: (record, _, place) => resource(record, place),
  })
}

function takeNumbers(record: JsonObject, taken: Set<string>): void {
  const identifiers = textAt(record, 'resourceType') === 'Patient' ? record.get('identifier') : undefined
  if (isArray(identifiers)) for (const one of identifiers) taken.add(textAt(one, 'value') ?? '')
}

/** Compares the copies again and ticks off each planted loss by its signs: class, checks and record. */
async function findAll(options: RunOptions, { comparison, rereading }: Answer, planted: Planted[], seed: number) {
  const open = planted.map(({ kind, signs }) => ({ kind, signs: [...signs] }))
  for await (const difference of judgeAll(comparison, rereading, options.loaded))
    for (const one of open) {
      const at = isAsExpected(one.kind, difference) ? one.signs.findIndex((sign) => sign(difference)) : -1
      if (at < 0) continue
      one.signs.splice(at, 1)
      break
    }
  return canaryOf(options, open, seed)
}

function canaryOf({ loaded, switchKey, engine }: RunOptions, open: Planted[], seed: number): Canary {
  const byClass: Canary['byClass'] = {}
  for (const kind of plantedClasses) {
    const of = open.filter((one) => one.kind === kind)
    byClass[kind] = { planted: of.length, found: of.filter((one) => one.signs.length === 0).length }
  }
  const cells = Object.values(byClass)
  const sum = (key: 'planted' | 'found') => cells.reduce((total, cell) => total + cell[key], 0)
  const { tool } = engines[engine]!
  const keyId = switchKeyId(switchKey)
  return {
    version: 1,
    profileSha256: loaded.sha256,
    keyId,
    tool,
    seed,
    planted: sum('planted'),
    found: sum('found'),
    byClass,
  }
}
