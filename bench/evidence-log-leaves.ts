import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import type pg from 'pg'
import { type Envelope, evidenceType, leafOf, sealEnvelope } from '@/lib/conformance/evidence/envelope'
import { type NodeAt, nodesOfAppend, type StoredNode } from '@/lib/conformance/evidence/merkle-rules'
import { rawKeyOf } from '@/lib/conformance/evidence/raw-keys'

/** A key for this bench alone: the second test key of RFC 8032 in PEM. */
const privateKeyPem =
  '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIEzNCJso/5baZ0IU21nN0J81iTRiKdgDmP+2tRCoplvb\n-----END PRIVATE KEY-----\n'
export const logKey = {
  name: 'bench.example/evidence-log',
  privateKeyPem,
  publicKey: rawKeyOf(createPublicKey(createPrivateKey(privateKeyPem))),
}
export const evidenceKey = { keyid: 'bench', publicKey: logKey.publicKey }

export type BenchLeaf = { subjectType: string; subjectId: string; envelope: Envelope }

/** Leaf `i`, the same on every machine, of the size and form of a signed finding. Its signature is real where asked. */
export function leafAt(i: number, signed: boolean): BenchLeaf {
  const hex = createHash('sha256').update(`leaf ${i}`).digest('hex')
  const subjectId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  const row = { id: subjectId, foundOn: '2026-01-05', moduleVersionId: subjectId, outcome: 'MET', reasonSha256: hex }
  const value = { row: { ...row, requirementId: 'S900/R1' }, schema: 'gpit.fact/v1', type: 'Finding' }
  const subject = { subjectType: 'Finding', subjectId }
  if (signed) return { ...subject, envelope: sealEnvelope(value, { id: evidenceKey.keyid, privateKeyPem }) }
  const payload = Buffer.from(JSON.stringify(value)).toString('base64')
  const sig = Buffer.from(hex.repeat(2), 'hex').toString('base64')
  return { ...subject, envelope: { payload, payloadType: evidenceType, signatures: [{ keyid: 'bench', sig }] } }
}

/** The nodes of the tree in this process, for the plain inserts: one run of bytes a level. */
export class BenchLog {
  private readonly levels: Buffer[]
  private size = 0

  constructor(most: number) {
    this.levels = Array.from({ length: 21 }, (_, level) => Buffer.alloc(32 * Math.floor(most / 2 ** level)))
  }

  readonly at: NodeAt = (level, index) => this.levels[level]!.subarray(index * 32, index * 32 + 32)

  /** The nodes that these leaves add. */
  append(leaves: BenchLeaf[]): StoredNode[] {
    return leaves.flatMap(({ envelope }) => {
      const nodes = nodesOfAppend(this.size++, leafOf(envelope), this.at)
      for (const { level, index, hash } of nodes) hash.copy(this.levels[level]!, index * 32)
      return nodes
    })
  }

  /** Writes the first leaves past the product, 5,000 a statement, and sets the head behind them. */
  async fill(client: pg.Client, count: number): Promise<void> {
    for (let first = 0; first < count; first += 5_000) {
      const leaves = Array.from({ length: 5_000 }, (_, i) => leafAt(first + i, false))
      await insertPlainly(client, { leaf: '"LogLeaf"', node: '"LogNode"' }, first, leaves, this.append(leaves))
    }
    await client.query(`update "LogHead" set size = $1 where id = 'log'`, [count])
    await client.query('vacuum analyze')
  }
}

/** One statement for the leaves and one for the nodes, in one transaction: the least that keeping them in tables takes. */
export async function insertPlainly(
  client: pg.Client,
  into: { leaf: string; node: string },
  first: number,
  leaves: BenchLeaf[],
  nodes: StoredNode[],
): Promise<void> {
  await client.query('begin')
  await client.query(
    `insert into ${into.leaf} (index, "subjectType", "subjectId", envelope, "appendedAt")
     select $1::bigint + n - 1, t, s, e::jsonb, now() from unnest($2::text[], $3::text[], $4::text[]) with ordinality as r(t, s, e, n)`,
    [
      first,
      leaves.map((leaf) => leaf.subjectType),
      leaves.map((leaf) => leaf.subjectId),
      leaves.map((leaf) => JSON.stringify(leaf.envelope)),
    ],
  )
  await client.query(
    `insert into ${into.node} (level, index, hash) select * from unnest($1::int[], $2::bigint[], $3::bytea[])`,
    [nodes.map((node) => node.level), nodes.map((node) => node.index), nodes.map((node) => node.hash)],
  )
  await client.query('commit')
}
