import 'server-only'
import { readFile } from 'node:fs/promises'
import { consistencyProof, type NodeAt, rootOf } from '@/lib/conformance/evidence/merkle-rules'
import { placesOf } from '@/lib/conformance/evidence/node-places-rules'
import { type Proof, proofOf } from '@/lib/conformance/evidence/proof'
import { type Day, endOfDay } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import type { LogLine, SeenCheckpoint } from './log'
import { findCheckpoint, findIndexes, findLeaves, findNodes, findProven, findSize } from './log-store'
import { findCosignatures } from './witness-store'

/** A calculation over the stored tree, in one statement. */
export async function overLog<T>(tx: Tx, calculate: (at: NodeAt) => T): Promise<T> {
  const nodes = await findNodes(tx, placesOf(calculate))
  const known = new Map(nodes.map((node) => [`${node.level}/${node.index}`, node.hash]))
  return calculate((level, index) => known.get(`${level}/${index}`)!)
}

/** The root of the first `size` leaves. */
export const readRoot = (tx: Tx, size: number): Promise<Buffer> => overLog(tx, (at) => rootOf(size, at))

/**
 * What an outsider needs to verify one leaf: envelope, place, newest checkpoint, and how the log grew since an older checkpoint
 * that the reader holds. Public. Undefined where there is no such leaf, or no checkpoint covers it yet.
 */
export async function getProof(index: number, since?: number): Promise<Proof | undefined> {
  const proven = await findProven(db, index)
  if (!proven || proven.size <= index || (since !== undefined && since > proven.size)) return undefined
  const { envelope, size, note } = proven
  return overLog(db, (at) => proofOf(envelope, index, size, note, at, since))
}

export type LogView = {
  size: number
  checkpoint: SeenCheckpoint | undefined
  lines: LogLine[]
  next: number | undefined
}

/** The log as its page shows it: length, newest checkpoint, and a hundred leaves below a place. Public. */
export async function getLog(below?: number): Promise<LogView> {
  const size = await findSize(db)
  const from = Math.min(below ?? size, size)
  const lines = await findLeaves(db, from, 100)
  const last = lines.at(-1)?.index
  return { size, checkpoint: await readCheckpoint(), lines, next: last ? last : undefined }
}

/** How long the log is, and its newest checkpoint. */
export const getLogState = async () => ({ size: await findSize(db), checkpoint: await findCheckpoint(db) })

/** The newest checkpoint as it is served: signed by the log, then by each witness that saw it. */
async function readCheckpoint(): Promise<SeenCheckpoint | undefined> {
  const checkpoint = await findCheckpoint(db)
  if (!checkpoint) return undefined
  const seen = await findCosignatures(db, checkpoint.size)
  const note = checkpoint.note + seen.map(({ line }) => `${line}\n`).join('')
  return { ...checkpoint, note, witnesses: seen.map(({ witness: name, seenAt }) => ({ name, seenAt })) }
}

/**
 * The newest checkpoint for whoever keeps it; for a witness that saw the log with `since` leaves, before it the proof that nothing
 * before them was changed, as C2SP tlog-witness writes it. Public. `shorter` where the log has fewer leaves than that.
 */
export async function getCheckpoint(since?: number): Promise<string | 'shorter' | undefined> {
  const checkpoint = await readCheckpoint()
  if (!checkpoint || since === undefined) return checkpoint?.note
  if (since > checkpoint.size) return 'shorter'
  const proof = await overLog(db, (at) => consistencyProof(since, checkpoint.size, at))
  return `old ${since}\n${proof.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${checkpoint.note}`
}

/** Where facts stood in the log at the end of that day, by their id: for the register's lines (RG-01, RG-02). */
export const getLogIndexes = (tx: Tx, subjectIds: string[], day: Day): Promise<Map<string, number>> =>
  findIndexes(tx, subjectIds, endOfDay(day))

/** A stand-alone program for outsiders, byte for byte as it stands in ours. */
export const readProgram = (name: 'verify' | 'witness'): Promise<string> =>
  readFile(`lib/conformance/evidence/${name}.mjs`, 'utf8')
