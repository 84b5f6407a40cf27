import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Refusal } from '@/lib/platform/refusal'
import { previewOf } from '../refresh/get-refresh-preview'
import { findLook } from '../refresh/preview-store'
import type { ModuleUsage } from '../refresh/usage'
import { againstPublishing, againstRescheduling } from './publishing-rules'
import type { StandardDecisionKind, StandardTerms } from './standard-decision-kinds'
import type { StandardDraft } from './standard-draft'
import { isNumberTaken } from './standard-draft-rules'
import { findRequirementsOf, findStandardDraft } from './standard-draft-store'
import { findNumbers, lockPublished, type PublishedVersion } from './standard-proposal-store'
import type { StandardVersionState } from './standard-version-machine'

/** How long an act may take that derives every listed module. */
export const previewSeconds = 120

/** What two officers decide about: a draft that may be published, or what is published. */
export type StandardMatter = {
  draftedById: string | null
  draft: StandardDraft | undefined
  published: PublishedVersion | undefined
  state: StandardVersionState
}

export async function readStandardMatter(tx: Tx, id: string): Promise<StandardMatter | undefined> {
  const draft = await findStandardDraft(tx, id)
  const published = await lockPublished(tx, id)
  if (!draft && !published) return undefined
  const state = published ? (published.withdrawnOn ? 'withdrawn' : 'published') : 'draft'
  return { draftedById: draft?.draftedById ?? null, draft, published, state }
}

type Asked = { kind: StandardDecisionKind; matter: StandardMatter; terms: StandardTerms; usage: ModuleUsage }

/** What stands against a decision of this kind now; undefined where nothing does. Asked by both officers. */
export async function againstStandardDecision(tx: Tx, ctx: Context, asked: Asked): Promise<Refusal | undefined> {
  const { kind, matter, terms, usage } = asked
  const { draft, published, state } = matter
  const today = dayOf(ctx.now)
  if (kind === 'RESCHEDULE' && published) return againstRescheduling(published, terms.days ?? {}, today)
  if (kind === 'WITHDRAW' && state === 'published') return undefined
  if (kind !== 'PUBLISH' || state !== 'draft' || !draft)
    return { kind: 'wrong-state', state, command: kind.toLowerCase() }
  if (isNumberTaken(draft.content.number, await findNumbers(tx, draft.standardId)))
    return { kind: 'conflict', because: 'A version with this number or a higher one is published already' }
  const looked = await findLook(tx, draft.id, draft.contentSha256)
  return againstPublishing({
    draft,
    old: await findRequirementsOf(tx, draft.content.replacesIds),
    lookedOn: looked && dayOf(looked),
    lapsingShare: (await previewOf(tx, draft, usage)).lapsingShare,
    terms,
    today,
  })
}
