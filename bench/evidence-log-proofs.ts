import type pg from 'pg'
import { getProof, readRoot } from '@/lib/assurance/evidence-log/read-log'
import { leafOf } from '@/lib/conformance/evidence/envelope'
import {
  consistencyProof,
  inclusionProof,
  provesConsistency,
  provesInclusion,
} from '@/lib/conformance/evidence/merkle-rules'
import { placesOf } from '@/lib/conformance/evidence/node-places-rules'
import type { Proof } from '@/lib/conformance/evidence/proof'
import { db } from '@/lib/platform/db'
import { randomFrom } from './random'

const [places, warmUps] = [3_000, 200]
export type Measured = { name: string; p50: number; p99: number; plainP50: number; plainP99: number; n: number }

/** Proofs of inclusion at random places, then those of growth from random older lengths; every proof is checked as it comes. */
export async function measureProofs(client: pg.Client, size: number, root: Buffer): Promise<Measured[]> {
  const random = randomFrom(2026)
  const indexes = Array.from({ length: places }, () => random.between(0, size - 1))
  const olders = Array.from({ length: places }, () => random.between(1, size - 1))
  return [
    await measure(client, 'inclusion', size, indexes, [], (proof, i) => includes(proof, indexes[i]!, size, root)),
    await measure(client, 'consistency', size, indexes, olders, async (proof, i) => {
      if (!includes(proof, indexes[i]!, size, root)) return false
      // The older root is another reading of the log: once in ten is enough to find a wrong rule.
      if (i % 10 !== 0) return true
      const older = olders[i]!
      return provesConsistency(older, await readRoot(db, older), size, root, hashes(proof.since!.proof))
    }),
  ]
}

async function measure(
  client: pg.Client,
  name: string,
  size: number,
  indexes: number[],
  olders: number[],
  holds: (proof: Proof, i: number) => boolean | Promise<boolean>,
): Promise<Measured> {
  const [ours, plain]: [number[], number[]] = [[], []]
  // A server that answers has planned its statements long ago.
  for (const index of indexes.slice(-warmUps)) {
    await getProof(index)
    await readPlainly(client, index, size)
  }
  for (const [i, index] of indexes.entries()) {
    const older = olders[i]
    const started = performance.now()
    const proof = await getProof(index, older)
    ours.push(performance.now() - started)
    if (!proof || !(await holds(proof, i))) throw new Error(`The proof of leaf ${index} does not hold`)
    plain.push(await readPlainly(client, index, size, older))
  }
  const [mine, bare] = [ours, plain].map((times) => times.toSorted((a, b) => a - b)) as [number[], number[]]
  const at = (times: number[], share: number) => times[Math.ceil(times.length * share) - 1]!
  return { name, p50: at(mine, 0.5), p99: at(mine, 0.99), plainP50: at(bare, 0.5), plainP99: at(bare, 0.99), n: places }
}

/** The same rows in three prepared statements, their places known before the watch starts. */
async function readPlainly(client: pg.Client, index: number, size: number, older?: number): Promise<number> {
  const asked = placesOf((at) => [
    inclusionProof(index, size, at),
    older === undefined ? [] : consistencyProof(older, size, at),
  ])
  const started = performance.now()
  await client.query({ name: 'leaf', text: 'select * from "LogLeaf" where index = $1', values: [index] })
  await client.query({ name: 'checkpoint', text: 'select * from "LogCheckpoint" order by size desc limit 1' })
  await client.query({
    name: 'nodes',
    text: `select n.* from "LogNode" n join unnest($1::int[], $2::bigint[]) as a(level, index) on n.level = a.level and n.index = a.index`,
    values: [asked.map((place) => place.level), asked.map((place) => place.index)],
  })
  return performance.now() - started
}

const hashes = (texts: string[]) => texts.map((text) => Buffer.from(text, 'base64'))
const includes = ({ envelope, log }: Proof, index: number, size: number, root: Buffer) =>
  log.index === index && log.size === size && provesInclusion(leafOf(envelope), index, size, hashes(log.proof), root)
