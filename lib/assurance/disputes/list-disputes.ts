import 'server-only'
import { listVersionsById } from '@/lib/catalogue/list-listed-versions'
import { type Actor, grantOf, organisationsOf } from '@/lib/platform/actor'
import { type Day, dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import type { Dispute } from './dispute'
import type { DisputeState } from './dispute-machine'
import { mayRejectDispute } from './dispute-policy'
import { findDisputes } from './dispute-store'
import { disputedIdOf, readDisputed } from './read-disputed'

export type DisputeView = {
  id: string
  /** The finding, or the result of a check, that is disputed. */
  disputedId: string
  version: number
  moduleVersionId: string
  moduleName: string
  subject: string
  foundOn: Day
  finding: string | null
  grounds: string
  state: DisputeState
  raisedOn: Day
  answer: string | null
  mayReject: Decision
}

/** Disputes for reviewers and officers of the authority, the newest first; undefined to all others. */
export async function listDisputes(actor: Actor): Promise<DisputeView[] | undefined> {
  if (!grantOf(actor, 'reviewer') && !grantOf(actor, 'officer')) return undefined
  return viewsOf(db, actor, await findDisputes(db))
}

/** A supplier's own disputes. */
export async function listOwnDisputes(actor: Actor): Promise<DisputeView[]> {
  const suppliers = organisationsOf(actor, 'supplier-editor', 'supplier-signatory')
  return viewsOf(db, actor, await findDisputes(db, suppliers))
}

async function viewsOf(tx: Tx, actor: Actor, disputes: Dispute[]): Promise<DisputeView[]> {
  const known = await readDisputed(tx, disputes)
  const versions = await listVersionsById(
    tx,
    disputes.map((d) => d.moduleVersionId),
  )
  return disputes.map((dispute) => {
    const disputedId = disputedIdOf(dispute)
    const disputed = known.get(disputedId)!
    const version = versions.find((v) => v.id === dispute.moduleVersionId)
    return {
      id: dispute.id,
      disputedId,
      version: dispute.version,
      moduleVersionId: dispute.moduleVersionId,
      moduleName: version?.name ?? 'A module no longer listed',
      subject: disputed.subject,
      foundOn: disputed.on,
      finding: disputed.words,
      grounds: dispute.grounds,
      state: dispute.state,
      raisedOn: dayOf(dispute.raisedAt),
      answer: dispute.answer,
      mayReject: mayRejectDispute(actor, dispute, disputed.finders),
    }
  })
}
