import { endWitness, listWitnesses, nameWitness } from '@/lib/assurance/evidence-log/name-witness'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { refusalWords } from '@/lib/platform/refusal-words'

/**
 * `npm run evidence:witness -- name <name> <public key> | end <name> | list`: who may co-sign the log's checkpoints.
 * @returns 0 done, 1 refused, 64 wrong usage.
 */
export async function main([verb, ...args]: string[]): Promise<number> {
  const ctx = { actor: system, now: now(), requestId: newId() }
  const [name, publicKey] = args
  if (verb === 'list' && args.length === 0) {
    for (const witness of await listWitnesses()) console.log(`${witness.name}\t${witness.publicKey}`)
    return 0
  }
  if (verb === 'name' && name && publicKey && args.length === 2)
    return told(await nameWitness(ctx, { name, publicKey }))
  if (verb === 'end' && name && args.length === 1) return told(await endWitness(ctx, name))
  console.error('usage: npm run evidence:witness -- name <name> <public key> | end <name> | list')
  return 64
}

function told(result: Awaited<ReturnType<typeof endWitness>>): number {
  if (!result.ok) console.error(refusalWords(result.refusal))
  return result.ok ? 0 : 1
}
