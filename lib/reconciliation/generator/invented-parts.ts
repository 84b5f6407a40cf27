import type { Plot } from './invented-plot'
import type { Plain } from './invented-record'
import type { Random } from './random'

export const coded = (random: Random, display: string, salt: number): Plain => ({
  coding: [
    { system: 'http://snomed.info/sct', code: `9${salt}${display.length}000${display.charCodeAt(9)}`, display },
    ...(random.chance(0.3) ? [{ system: 'http://read.info/readv2', code: `I${salt}${display.length}.` }] : []),
  ],
  text: display,
})
export const day = (random: Random): string =>
  `${random.between(1990, 2025)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
export const instant = (random: Random): string =>
  `${day(random)}T${two(random.between(8, 18))}:${two(random.between(0, 59))}:${two(random.between(0, 59))}+00:00`
export const two = (n: number): string => String(n).padStart(2, '0')
export const subject = ({ ids, patient }: Plot): Plain => ({ reference: `${ids.base}Patient/${ids.id(patient, 0)}` })
export const doctor = (random: Random): Plain => ({
  reference: `Practitioner?identifier=https://fhir.nhs.uk/Id/sds-user-id|${900_000 + random.between(0, 40)}`,
})
export const status = (system: string, code: string): Plain => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
})

export function hash(random: Random): string {
  return Buffer.from(Array.from({ length: 20 }, () => random.between(0, 255))).toString('base64')
}
