import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import type { OldRequirement } from '../refresh/difference-rules'
import { gapsOfDifference } from '../refresh/difference-rules'
import { findLook } from '../refresh/preview-store'
import type { StandardTerms } from './standard-decision-kinds'
import { standardDecisionTable } from './standard-decision-kinds'
import type { StandardDraft } from './standard-draft'
import { missingForPublishing } from './standard-draft-rules'
import { findOpenStandardDrafts, findRequirementsOf, findStandardDraft } from './standard-draft-store'
import { findStandards } from './standard-list-store'
import { mayDraftStandard, mayProposeAboutStandard, maySecondAboutStandard, maySeeDrafts } from './standard-policy'
import { findOpenStandardProposals } from './standard-proposal-store'
import type { StandardVersionView, StandardView } from './standard-view'

export type StandardProposalView = {
  id: string
  title: string
  reason: string
  terms: StandardTerms
  proposedOn: Day
  version: number
  maySecond: Decision
}
export type StandardDesk = {
  drafts: { id: string; name: string; changedOn: Day }[]
  proposals: StandardProposalView[]
  standards: StandardView[]
  mayDraft: Decision
}

/** Drafts, and what waits for a second officer; undefined to all but authors and officers. */
export async function getStandardDesk(ctx: Context): Promise<StandardDesk | undefined> {
  if (!maySeeDrafts(ctx.actor)) return undefined
  const standards = await findStandards(db)
  const drafts = await findOpenStandardDrafts(db)
  const nameOf = (id: string) => {
    const draft = drafts.find((d) => d.id === id)
    if (draft) return `${draft.standardId} ${draft.content.number}`
    const standard = standards.find((s) => s.versions.some((v) => v.id === id))
    return standard ? `${standard.id} ${standard.versions.find((v) => v.id === id)!.number}` : 'a version'
  }
  const draftedBy = async (id: string) => (await findStandardDraft(db, id))?.draftedById ?? null
  const proposals = await Promise.all(
    (await findOpenStandardProposals(db)).map(async (p) => ({
      id: p.id,
      title: `${standardDecisionTable[p.kind].words} ${nameOf(p.standardVersionId)}`,
      reason: p.reason,
      terms: p.terms,
      proposedOn: dayOf(p.proposedAt),
      version: p.version,
      maySecond: maySecondAboutStandard(ctx.actor, {
        proposedById: p.proposedById,
        draftedById: await draftedBy(p.standardVersionId),
      }),
    })),
  )
  return {
    drafts: drafts.map((d) => ({ id: d.id, name: nameOf(d.id), changedOn: dayOf(d.changedAt) })),
    proposals,
    standards,
    mayDraft: mayDraftStandard(ctx.actor),
  }
}

export type StandardDraftView = {
  draft: StandardDraft
  standard: StandardView
  /** Versions that it may replace. */
  versions: { id: string; name: string }[]
  old: OldRequirement[]
  missing: string[]
  gaps: string[]
  lookedOn: Day | undefined
  mayEdit: boolean
  mayPropose: Decision
}

/** One draft with what is still missing; undefined to all but authors and officers. */
export async function getStandardDraft(ctx: Context, id: string): Promise<StandardDraftView | undefined> {
  const draft = maySeeDrafts(ctx.actor) ? await findStandardDraft(db, id) : undefined
  if (draft?.state !== 'draft') return undefined
  const standards = await findStandards(db)
  const standard = standards.find((s) => s.id === draft.standardId)!
  const old = await findRequirementsOf(db, draft.content.replacesIds)
  const looked = await findLook(db, draft.id, draft.contentSha256)
  const own = (s: StandardView) => (s.id === draft.standardId ? 0 : 1)
  return {
    draft,
    standard,
    versions: standards
      .toSorted((a, b) => own(a) - own(b))
      .flatMap((s) => (s.retired ? [] : s.versions.map((v) => ({ id: v.id, name: `${s.id} ${v.number}` })))),
    old,
    missing: missingForPublishing(draft),
    gaps: gapsOfDifference(old, draft.content.requirements, draft.difference),
    lookedOn: looked && dayOf(looked),
    mayEdit: mayDraftStandard(ctx.actor).allowed,
    mayPropose: mayProposeAboutStandard(ctx.actor, draft),
  }
}

export type PublishedStandardView = { standard: StandardView; version: StandardVersionView; mayPropose: Decision }

/** A published version as officers may move or withdraw it; undefined to all but authors and officers. */
export async function getPublishedStandard(ctx: Context, id: string): Promise<PublishedStandardView | undefined> {
  if (!maySeeDrafts(ctx.actor)) return undefined
  const standard = (await findStandards(db)).find((s) => s.versions.some((v) => v.id === id))
  const version = standard?.versions.find((v) => v.id === id)
  if (!standard || !version) return undefined
  const draftedById = (await findStandardDraft(db, id))?.draftedById ?? null
  return { standard, version, mayPropose: mayProposeAboutStandard(ctx.actor, { draftedById }) }
}
