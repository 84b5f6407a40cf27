import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import type { Actor } from '@/lib/platform/actor'
import { canonicalJson } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { zipArchive } from '@/lib/platform/zip-archive'
import { maySeeSwitch } from '../switch-policy'
import { findSwitch } from '../switch-store'
import { indexOf } from './pack-rules'
import { findSeal } from './pack-store'
import { readPackFiles } from './read-pack-files'

/**
 * The evidence of a switch as one zip (EV-01), for its four parties; undefined for everybody else. A sealed pack is what was
 * sealed; before that it is what stands now. The same facts are the same bytes.
 */
export async function getEvidencePack(actor: Actor, id: string): Promise<Buffer | undefined> {
  const of = isId(id) ? await findSwitch(db, id) : undefined
  if (!of || !maySeeSwitch(actor, of)) return undefined
  const seal = await findSeal(db, id)
  const files = seal?.files ?? (await transaction((tx) => readPackFiles(tx, of)))
  const index = { path: 'index.json', text: indexOf(id, files) }
  if (!seal?.signature) return zipArchive([...files, index])
  return zipArchive([...files, index, { path: 'index.dsse.json', text: `${canonicalJson(seal.signature)}\n` }])
}

export type SealView = { sha256: string; sealedAt: Date; by: string; keyId: string | null }

/** Whether and by whom the evidence is sealed, and which key has signed it; the caller has asked who may see the switch. */
export async function getSeal(id: string): Promise<SealView | undefined> {
  const seal = await findSeal(db, id)
  if (!seal) return undefined
  const name = await listNames(db, [seal.sealedById])
  const { sha256, sealedAt, sealedById, signature } = seal
  return { sha256, sealedAt, by: name(sealedById), keyId: signature?.signatures[0]?.keyid ?? null }
}
