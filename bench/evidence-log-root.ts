import { createHash } from 'node:crypto'
import type pg from 'pg'

const sha256 = (...parts: (string | Uint8Array)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/**
 * The root of RFC 6962 §2.1 from the stored leaves alone, with none of the product's rules of the tree: complete subtrees wait on a
 * stack until one of their own size comes, and what is left at the end is joined from the right.
 */
export async function rootOfStored(client: pg.Client, size: number): Promise<Buffer> {
  const stack: { height: number; hash: Buffer }[] = []
  for (let first = 0; first < size; first += 10_000) {
    const { rows } = await client.query<{ envelope: unknown }>(
      'select envelope from "LogLeaf" where index >= $1 and index < $2 order by index',
      [first, Math.min(size, first + 10_000)],
    )
    for (const { envelope } of rows) {
      let node = { height: 0, hash: sha256(Buffer.from([0]), sorted(envelope)) }
      while (stack.at(-1)?.height === node.height)
        node = { height: node.height + 1, hash: sha256(Buffer.from([1]), stack.pop()!.hash, node.hash) }
      stack.push(node)
    }
  }
  return stack.map(({ hash }) => hash).reduceRight((right, left) => sha256(Buffer.from([1]), left, right))
}

/** Canonical JSON of what an envelope can hold: objects, lists and text. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${sorted(one)}`).join(',')}}`
}
