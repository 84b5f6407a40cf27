import type { JsonObject } from '../json/json'
import type { LoadedProfile } from '../sameness/load-profile'

import type { Side } from './side'

/*
 * What an engine says of two sides, before anything is named or judged. Two engines answer in these words: `reference`,
 * plain and slow, and `wasm`, the kernel. What follows (classes, checks, report) is one for both, so that they can only
 * differ in what is equal, and a test compares them.
 */

/** Where a resource stands, so that its line can be read again: offset and length count uncompressed bytes of its file. */
export type Place = { side: Side; file: number; line: number; offset: number; length: number }

/** A resource in the words of all stages after the first. */
export type Resource = Place & {
  type: string
  /** Keyed token of the patient it belongs to (hex), the same on both sides; null where it belongs to none (ID-02). */
  patient: string | null
  /** LK-01, hex: content without ids, references by type and path only. */
  l0: string
  /** LK-01, hex: `l0` and patient. */
  l1: string
}

/** A resource without an equal on the other side, as multisets (LK-04): three against two is one. */
export type Unpaired = Resource & {
  /** The other side has resources of this `l1`, fewer of them: a surplus, not a stranger. */
  hasEqual: boolean
}

/** Two resources of equal content and patient whose references lead to different things (LK-03). */
export type LinkDifference = {
  source: Resource
  target: Resource
  /** One of the things referred to is itself unpaired, which explains it. */
  neighbour: boolean
}

/** A pair that is equal only thanks to declared rules (RU-03). */
export type Explained = { source: Resource; target: Resource; rules: string[] }

export type FileSummary = { path: string; bytes: number; sha256: string; rows: number; blankLines: number }

/** A Patient resource as C03 looks at it. */
export type Bearer = Place & {
  /** As it was written, one of its NHS numbers fails modulus 11. */
  hasWrongNumber: boolean
}

export type SideSummary = {
  files: FileSummary[]
  bytes: number
  resources: number
  byType: Record<string, number>
  /** Type, then `YYYY-MM` or `undated`, then resources: the first dated field of `monthFields` decides (C12). */
  byMonth: Record<string, Record<string, number>>
  /** Patient keys: tokens (hex) to the Patient resources that bear them. More than one is C03. */
  patients: Map<string, Bearer[]>
  /** Patient resources without a key (ID-01). */
  keyless: Bearer[]
  references: number
  /** Local references whose target is not on the side, by place: C07. */
  dangling: { count: number; places: Place[] }
}

export type Comparison = {
  source: SideSummary
  target: SideSummary
  /** Pairs of equal `l1` by type, explained ones included. */
  matched: Record<string, number>
  unpaired: { source: Unpaired[]; target: Unpaired[] }
  links: LinkDifference[]
  /** Groups that no round of fingerprints can tell apart (LK-02), in resources. */
  indistinguishable: number
  explained: Explained[]
  /** Resources that a rule changed, by rule id. */
  touched: Record<string, number>
  merkle: { root: string; leaves: number }
}

/** IN-03: what is wrong with the input. `message` quotes no content. */
export type Fault = { code: string; side: Side; file: string; line: number; byte: number; message: string }

export type Faulty = { faults: Fault[]; count: number }

/** Reads single resources again after the comparison, and resolves what they refer to. */
export type Rereading = {
  /** The resources at these places, parsed, as they were written: no rule applied, nothing dropped. */
  read: (places: Place[]) => Promise<JsonObject[]>
  /** The `l1` that a local reference leads to on a side; undefined where it dangles or is not local. */
  targetOf: (side: Side, reference: string, container: Place) => string | undefined
}

export type EngineAnswer =
  | {
      ok: true
      comparison: Comparison
      rereading: Rereading
      /** The Merkle path of one patient by key (`system|value`); undefined where no leaf has it. */
      proofOf?: (patientKey: string) => MerkleProof | undefined
    }
  | ({ ok: false } & Faulty)

/** That one patient's leaf is under the root: RFC 9162, 2.1.3, all hashes in hex. */
export type MerkleProof = { leaf: string; index: number; leaves: number; path: string[]; root: string }

/** What an engine is asked. Folders hold one side each (IN-01); the switch key is the 32 bytes of `switch.key`. */
export type ComparisonRequest = {
  source: string
  target: string
  profile: LoadedProfile
  switchKey: Uint8Array
  /** E-LINE; 64 MiB where absent. */
  maxLine?: number
  /** EN-07; an engine that knows no workers works alone. */
  workers?: number
  /** EN-06: the folder of the side-car, for a run that can be taken up again; an engine that cannot resume begins anew. */
  resume?: string
  progress?: Progress
}

export type Engine = (request: ComparisonRequest) => Promise<EngineAnswer>

/** Called about once a second: bytes read and to read, of both sides. */
export type Progress = (done: number, total: number) => void

/**
 * The date of a resource for C12: the first of these fields, at the top level, that holds a text of at least a month's
 * precision; `period`, `performedPeriod` and the like count by their `start`.
 */
export const monthFields = [
  'effectiveDateTime',
  'effectivePeriod',
  'authoredOn',
  'occurrenceDateTime',
  'performedDateTime',
  'performedPeriod',
  'recordedDate',
  'onsetDateTime',
  'assertedDate',
  'start',
  'period',
  'date',
  'created',
  'issued',
  'indexed',
  'dateTime',
  'birthDate',
] as const
