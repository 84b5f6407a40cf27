import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { judgeFolder, newFolder, pathsOf, profileAt } from '@/lib/testing/reconciliation-runs'
import { plantedClasses } from '../checks'
import type { EngineName } from '../engines'
import { generate } from '../generator/generate'
import type { PlantedClass, Truth } from '../generator/plant-losses'
import type { CheckId, DifferenceClass } from './finding'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** §8: what each planted class must be found as. */
const expected: Record<PlantedClass, [DifferenceClass, CheckId[]]> = {
  'L-patient': ['patient-missing', ['C02']],
  'L-allergy': ['missing', ['C05', 'C09']],
  'L-medication': ['missing', ['C05', 'C08']],
  'L-document': ['missing', ['C05', 'C11']],
  'L-appointment': ['missing', ['C05', 'C16']],
  'L-task': ['missing', ['C05', 'C16']],
  'L-degraded': ['altered', ['C09']],
  'L-dose': ['altered', ['C08', 'C13']],
  'L-value': ['altered', ['C14']],
  'L-status': ['altered', ['C08']],
  'L-consent': ['altered', ['C18']],
  'L-attachment': ['altered', ['C11']],
  'L-duplicate': ['duplicate', ['C19']],
  'L-wrong-patient': ['wrong-patient', ['C06']],
}

async function planted(plant: readonly PlantedClass[], seed: number, engine: EngineName = 'reference') {
  const folder = newFolder()
  folders.push(folder)
  const made = await generate(folder, { patients: 60, perPatient: 30, seed, plant })
  if (!made.ok) throw new Error(made.because)
  const truth: Truth[] = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'))
  const { judged } = await judgeFolder(folder, profileAt(join(folder, 'profile.json')), engine)
  return { truth, counted: judged.filter((one) => !one.neighbour) }
}

function expectExactly({ truth, counted }: Awaited<ReturnType<typeof planted>>) {
  const left = [...counted]
  for (const one of truth) {
    const [kind, checks] = expected[one.kind]
    // Of equal records nobody can say which one is the surplus.
    const at = left.findIndex((found) =>
      one.kind === 'L-duplicate'
        ? found.class === 'duplicate'
        : (found.sourceId ?? null) === one.sourceId && (found.targetId ?? null) === one.targetId,
    )
    expect(at, `${one.kind} ${one.type} is found`).toBeGreaterThanOrEqual(0)
    const [found] = left.splice(at, 1)
    expect([one.kind, found!.class, pathsOf(found!)]).toEqual([one.kind, kind, one.paths])
    expect([...found!.checks.keys()]).toEqual(expect.arrayContaining(checks))
  }
  expect(left.map((one) => [one.class, one.source?.type ?? one.target?.type, pathsOf(one)])).toEqual([])
}

describe('B5: a generated pair', () => {
  it('is equal where nothing was planted', async () => {
    const { counted } = await planted([], 11)
    expect(counted).toEqual([])
  })

  it.each(plantedClasses)(
    '%s planted alone is found with its class, paths and checks, and nothing else',
    async (kind) => {
      const found = await planted([kind], 12)
      expect(found.truth.length).toBeGreaterThan(0)
      expectExactly(found)
    },
  )

  it.each([
    [13, 'reference'],
    [14, 'wasm'],
  ] as const)('all classes planted together (seed %i, engine %s) are found exactly', async (seed, engine) => {
    expectExactly(await planted(plantedClasses, seed, engine))
  })
})
