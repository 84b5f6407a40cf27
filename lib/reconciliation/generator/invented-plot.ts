import type { JsonObject } from '../json/json'
import type { Random } from './random'

/** The id of the n-th resource of a patient, and what a reference to it says: each system has its own. */
export type Ids = { id: (patient: number, n: number) => string; base: string }
export type Invented = { n: number; type: string; record: JsonObject }

/** What is known of a patient while their record is invented. */
export type Plot = {
  random: Random
  patient: number
  ids: Ids
  out: Invented[]
  encounters: number[]
  documents: number[]
}
