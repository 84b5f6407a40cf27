import { plantedClasses } from '../checks'
import { type Generated, generate } from './generate'
import type { PlantedClass } from './plant-losses'

/** What the verb `generate` was given, as text. */
export type GenerateTexts = { patients: string; perPatient: string; seed: string; plant: string }

/** Reads `--patients 1000 --per-patient 90 --seed 1 --plant all|none|L-dose,L-task` and generates, or says what is wrong. */
export async function generateFrom(
  folder: string,
  texts: GenerateTexts,
  progress: (done: number, total: number) => void,
): Promise<Generated> {
  const numbers: Record<string, number> = {}
  for (const [name, text] of Object.entries({
    patients: texts.patients,
    'per-patient': texts.perPatient,
    seed: texts.seed,
  })) {
    const value = Number(text)
    if (!Number.isSafeInteger(value) || value < (name === 'seed' ? 0 : 1))
      return { ok: false, because: `--${name}: "${text}" is no whole number` }
    numbers[name] = value
  }
  const plant = classesOf(texts.plant)
  if (!Array.isArray(plant)) return { ok: false, because: plant }
  return generate(folder, {
    patients: numbers.patients!,
    perPatient: numbers['per-patient']!,
    seed: numbers.seed!,
    plant,
    progress,
  })
}

function classesOf(text: string): PlantedClass[] | string {
  if (text === 'all') return [...plantedClasses]
  if (text === 'none') return []
  const named = text.split(',')
  const unknown = named.find((name) => !(plantedClasses as readonly string[]).includes(name))
  return unknown === undefined
    ? (named as PlantedClass[])
    : `--plant: "${unknown}" is none of ${plantedClasses.join(', ')}`
}
