import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { put } from '@/lib/testing/reconciliation-copies'
import { judgeFolder, newFolder, pathsOf, profileAt } from '@/lib/testing/reconciliation-runs'
import { generate } from '../generator/generate'
import { type Random, randomFrom } from '../generator/random'
import { plainStyle, writtenJson } from '../generator/written-json'
import { isArray, isNumber, isObject, type Json, JsonNumber, type JsonObject, textAt } from '../json/json'
import { parseJson } from '../json/parse-json'
import type { Step } from './finding'
import { pathText } from './path'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** What each system writes for itself, and what says who a record belongs to: other classes than a changed value. */
const apart = ['id', 'meta', 'resourceType', 'identifier', 'reference']

/** Every place of a record with a value that has nothing inside. */
function places(value: Json, steps: Step[] = []): Step[][] {
  if (isArray(value)) return value.flatMap((item, i) => places(item, [...steps, i]))
  if (!isObject(value)) return [steps]
  return [...value].flatMap(([key, item]) => (apart.includes(key) ? [] : places(item, [...steps, key])))
}

function damaged(was: Json | undefined, random: Random): Json | undefined {
  if (random.chance(0.3)) return undefined
  if (isNumber(was)) return new JsonNumber(`${was.text}${was.text.includes('.') ? '' : '.'}7`)
  if (typeof was === 'string') return random.chance(0.5) ? was.slice(0, -1) : `${was}x`
  return was === true ? false : null
}

it.each([
  [1, 'reference'],
  [2, 'reference'],
  [3, 'wasm'],
] as const)(
  'CK-00: any one value that changes anywhere is found at exactly its path, a hundred at once (seed %i, engine %s)',
  { timeout: 60_000 },
  async (seed, engine) => {
    const folder = newFolder()
    folders.push(folder)
    const made = await generate(folder, { patients: 60, perPatient: 25, seed, plant: [] })
    expect(made.ok).toBe(true)
    const file = join(folder, 'target/part-001.ndjson')
    const records = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => (parseJson(Buffer.from(line)) as { value: Json }).value as JsonObject)
    const random = randomFrom(seed)
    const expected = new Map<string, string>()
    for (let n = 0; n < 100; n += 1) {
      const at = random.between(0, records.length - 1)
      const id = textAt(records[at], 'id')!
      // A place inside an array of plain values would shift its neighbours when it goes: that is one change of another path.
      const able = places(records[at]!).filter((steps) => typeof steps.at(-1) === 'string')
      if (expected.has(id) || able.length === 0) continue
      const steps = random.pick(able)
      records[at] = put(records[at], steps, (was) => damaged(was, random)) as JsonObject
      expected.set(id, pathText(steps))
    }
    writeFileSync(file, records.map((record) => `${writtenJson(record, plainStyle)}\n`).join(''))
    const { judged } = await judgeFolder(folder, profileAt(join(folder, 'profile.json')), engine)
    const counted = judged.filter((one) => !one.neighbour)
    expect(new Map(counted.map((one) => [one.targetId!, pathsOf(one).join(' ')]))).toEqual(expected)
    expect(new Set(counted.map((one) => one.class))).toEqual(new Set(['altered']))
    expect(counted.every((one) => one.checks.has('C05'))).toBe(true)
  },
)
