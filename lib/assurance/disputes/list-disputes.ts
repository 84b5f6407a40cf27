import 'server-only'
import { listVersionsById } from '@/lib/catalogue/list-listed-versions'
import { type Actor, grantOf, organisationsOf } from '@/lib/platform/actor'
import { type Day, dayFromDate, dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import type { Dispute } from './dispute'
import type { DisputeState } from './dispute-machine'
import { mayRejectDispute } from './dispute-policy'
import { findDisputedFindings, findDisputes, findersOf } from './dispute-store'

export type DisputeView = {
  id: string
  findingId: string
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
  const findings = await findDisputedFindings(
    tx,
    disputes.map((d) => d.findingId),
  )
  const versions = await listVersionsById(
    tx,
    disputes.map((d) => d.moduleVersionId),
  )
  return disputes.map((dispute) => {
    const finding = findings.find((f) => f.id === dispute.findingId)!
    const version = versions.find((v) => v.id === dispute.moduleVersionId)
    return {
      id: dispute.id,
      findingId: dispute.findingId,
      version: dispute.version,
      moduleVersionId: dispute.moduleVersionId,
      moduleName: version?.name ?? 'A module no longer listed',
      subject: finding.requirementId ?? finding.capabilityId ?? 'a requirement',
      foundOn: dayFromDate(finding.foundOn),
      finding: finding.reason,
      grounds: dispute.grounds,
      state: dispute.state,
      raisedOn: dayOf(dispute.raisedAt),
      answer: dispute.answer,
      mayReject: mayRejectDispute(actor, dispute, findersOf(finding)),
    }
  })
}
