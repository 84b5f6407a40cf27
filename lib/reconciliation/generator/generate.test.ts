import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { plantedClasses } from '../checks'
import { manifestSchema } from '../manifest-schema'
import { generate } from './generate'
import { inventedNhsNumber } from './invented-nhs-number'
import type { PlantedClass, Truth } from './plant-losses'
import { idFrom } from './random'

const folders: string[] = []
const folder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'pair-')))
  return folders.at(-1)!
}
afterEach(() => {
  for (const one of folders.splice(0)) rmSync(one, { recursive: true })
})

const made = async (plant: readonly PlantedClass[], seed = 1) => {
  const out = folder()
  const answer = await generate(out, { patients: 100, perPatient: 30, seed, plant })
  expect(answer.ok).toBe(true)
  return out
}
const lines = (out: string, side: string) =>
  readFileSync(join(out, side, 'part-001.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
const truthOf = (out: string): Truth[] => JSON.parse(readFileSync(join(out, 'truth.json'), 'utf8'))

it('gives the same bytes for the same seed, and others for another', async () => {
  const [a, b, c] = [await made(plantedClasses), await made(plantedClasses), await made(plantedClasses, 2)]
  const hashes = (out: string) =>
    ['source', 'target'].flatMap((side) => readdirSync(join(out, side)).map((f) => hashOf(join(out, side, f))))
  expect(hashes(a)).toEqual(hashes(b))
  expect(hashes(a)).not.toEqual(hashes(c))
})

it('without planting the two sides hold the same thirteen types, with no id in common', async () => {
  const out = await made([])
  const types = (side: string) =>
    lines(out, side)
      .map((l) => JSON.parse(l).resourceType as string)
      .sort()
  expect(types('source')).toEqual(types('target'))
  expect(new Set(types('source')).size).toBe(13)
  const ids = (side: string) => new Set(lines(out, side).map((l) => JSON.parse(l).id as string))
  const target = ids('target')
  expect([...ids('source')].filter((id) => target.has(id))).toEqual([])
  expect(truthOf(out)).toEqual([])
})

it('plants every class three times and says exactly what and where', async () => {
  const out = await made(plantedClasses)
  const truth = truthOf(out)
  for (const kind of plantedClasses) {
    const of = truth.filter((one) => one.kind === kind)
    expect(of.length, kind).toBe(kind === 'L-patient' ? 90 : 3)
  }
  const byId = new Map(lines(out, 'target').map((l) => [JSON.parse(l).id as string, l]))
  const sources = new Map(lines(out, 'source').map((l) => [JSON.parse(l).id as string, l]))
  for (const { sourceId, targetId } of truth) {
    expect(sources.has(sourceId!)).toBe(true)
    if (targetId !== null) expect(byId.has(targetId)).toBe(true)
  }
  const dose = truth.find((one) => one.kind === 'L-dose')!
  const text = (line: string) => JSON.parse(line).dosageInstruction[0].text as string
  expect(text(sources.get(dose.sourceId!)!)).toBe(
    text(byId.get(dose.targetId!)!) + text(sources.get(dose.sourceId!)!).slice(-6),
  )
})

it('writes manifests that fit the files, and a profile', async () => {
  const out = await made([])
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(out, 'target', 'manifest.json'), 'utf8')))
  expect(manifest.files[0]!.sha256).toBe(hashOf(join(out, 'target', 'part-001.ndjson')))
  expect(manifest.files[0]!.rows).toBe(3_000)
  expect(Object.values(manifest.countsByType).reduce((a, b) => a + b, 0)).toBe(3_000)
})

it('refuses what it cannot invent', async () => {
  const ask = (patients: number, perPatient: number) =>
    generate(folder(), { patients, perPatient, seed: 1, plant: plantedClasses })
  expect(await ask(90_001, 30)).toMatchObject({ ok: false, because: expect.stringContaining('90000') })
  expect(await ask(100, 5)).toMatchObject({ ok: false, because: 'A patient has at least 13 records' })
  expect(await ask(20, 30)).toMatchObject({ ok: false, because: 'Planting 14 classes takes at least 28 patients' })
})

it('invents NHS numbers of the range 999 with a valid check digit, all different', () => {
  const numbers = Array.from({ length: 90_000 }, (_, n) => inventedNhsNumber(n))
  expect(new Set(numbers).size).toBe(90_000)
  for (const text of numbers.slice(0, 2_000)) {
    const sum = [...text].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0)
    expect(text).toMatch(/^999\d{7}$/)
    // The check digit weighs one in this sum, so a valid number gives a multiple of eleven.
    expect(sum % 11).toBe(0)
  }
})

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

it('gives every resource of a large pair an id of its own', () => {
  const ids = new Set(Array.from({ length: 400_000 }, (_, i) => idFrom(1, 1, Math.floor(i / 5) + 10_000, i % 5)))
  expect(ids.size).toBe(400_000)
})
