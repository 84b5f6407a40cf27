import 'server-only'
import { leafOf } from '@/lib/conformance/evidence/envelope'
import { type NodeAt, nodesOfAppend, type StoredNode } from '@/lib/conformance/evidence/merkle-rules'
import { rightEdge } from '@/lib/conformance/evidence/node-places-rules'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { SignedFact } from './log'
import { addLeaves, findLogged, findNodes, lockHead } from './log-store'

/**
 * Adds signed facts at the end of the evidence log, each once (EV-04), in the caller's transaction; the log's head is locked
 * until it ends. A fact that stands there already is left out, so a job that was killed may run again.
 * @returns how many were added.
 */
export async function appendToLog(tx: Tx, ctx: Context, facts: SignedFact[]): Promise<number> {
  if (facts.length === 0) return 0
  const size = await lockHead(tx)
  const logged = await findLogged(tx, facts)
  const fresh = facts.filter((fact) => !logged.has(`${fact.subjectType}/${fact.subjectId}`))
  const stored = await findNodes(tx, rightEdge(size))
  const known = new Map(stored.map((node) => [`${node.level}/${node.index}`, node.hash]))
  const at: NodeAt = (level, index) => known.get(`${level}/${index}`)!
  const nodes: StoredNode[] = []
  fresh.forEach(({ envelope }, i) => {
    for (const node of nodesOfAppend(size + i, leafOf(envelope), at)) {
      known.set(`${node.level}/${node.index}`, node.hash)
      nodes.push(node)
    }
  })
  await addLeaves(tx, size, fresh, nodes, ctx.now)
  return fresh.length
}
