import { classifyRequirements } from '@/lib/assurance/refresh/classify-requirements'
import { proposeDifference } from '@/lib/assurance/refresh/difference-rules'
import { lookAtPreview } from '@/lib/assurance/refresh/look-at-preview'
import { noUsage } from '@/lib/assurance/refresh/usage'
import { draftStandardVersion } from '@/lib/assurance/standards/draft-standard-version'
import { editStandardVersion, writeRequirement } from '@/lib/assurance/standards/edit-standard-version'
import { proposeStandardDecision } from '@/lib/assurance/standards/propose-standard-decision'
import { secondStandardDecision } from '@/lib/assurance/standards/second-standard-decision'
import type { DraftRequirement, StandardDraft } from '@/lib/assurance/standards/standard-draft'
import type { DraftHead } from '@/lib/assurance/standards/standard-draft-schema'
import { findRequirementsOf, findStandardDraft } from '@/lib/assurance/standards/standard-draft-store'
import type { Actor } from '@/lib/platform/actor'
import { addDays, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'

/** `whole`: how the standard's one requirement reads in the new version; `more`: requirements that are new. */
export type DraftGiven = {
  standardId?: string
  head?: Partial<DraftHead>
  whole?: Partial<DraftRequirement>
  more?: Partial<DraftRequirement>[]
  at?: Date
}

const one = (given: Partial<DraftRequirement>): DraftRequirement => ({
  id: 'S1/NEW01',
  title: 'One more thing',
  text: '',
  anchor: '',
  roles: [],
  level: 'MUST',
  method: 'DOCUMENT',
  hazard: 'LOW',
  evidenceValidDays: null,
  notTestedReason: '',
  ...given,
})

/** A draft with its days: published today, in effect in 30 days, its transition ends 89 days after. */
async function begun(author: Actor, given: DraftGiven = {}): Promise<StandardDraft> {
  const { standardId = 'S1', head = {}, whole, more = [], at = noon } = given
  const ctx = contextOf(author, at)
  const { id } = value(await draftStandardVersion(ctx, { standardId }))
  const today = dayOf(at)
  const draft = (await findStandardDraft(db, id))!
  const { requirements: old, ...rest } = draft.content
  let now = value(
    await editStandardVersion(ctx, {
      ...rest,
      publishedOn: today,
      effectiveOn: addDays(today, 30),
      transitionEndsOn: addDays(today, 119),
      ...head,
      id,
      version: draft.version,
    }),
  )
  const changed = whole ? old.map((r) => ({ was: r.id, requirement: { ...r, ...whole } })) : []
  for (const { was, requirement } of [...changed, ...more.map((r) => ({ was: '', requirement: one(r) }))]) {
    const { id: requirementId, ...text } = requirement
    now = value(await writeRequirement(ctx, { ...text, id, version: now.version, was, requirementId }))
  }
  return now
}

/** Every requirement is classified as the machine proposes. */
async function classified(author: Actor, given: DraftGiven = {}): Promise<StandardDraft> {
  const draft = await begun(author, given)
  const old = await findRequirementsOf(db, draft.content.replacesIds)
  const decided = proposeDifference(old, draft.content.requirements)
  return value(
    await classifyRequirements(contextOf(author, given.at ?? noon), { id: draft.id, version: draft.version, decided }),
  )
}

/** Its author has looked at the preview of it. */
async function previewed(author: Actor, given: DraftGiven = {}): Promise<StandardDraft> {
  const draft = await classified(author, given)
  value(await lookAtPreview(contextOf(author, given.at ?? noon), draft))
  return draft
}

/** Two officers have published it. */
async function published(
  { author, officers }: { author: Actor; officers: [Actor, Actor] },
  given: DraftGiven = {},
): Promise<StandardDraft> {
  const draft = await previewed(author, given)
  const [first, second] = officers.map((officer) => contextOf(officer, given.at ?? noon))
  const reason = 'The clinical safety group has agreed to it'
  const proposal = value(
    await proposeStandardDecision(first!, { standardVersionId: draft.id, kind: 'PUBLISH', reason }, noUsage),
  )
  value(await secondStandardDecision(second!, { proposalId: proposal.id, version: 1 }, noUsage))
  return draft
}

/** Drafts of standard versions in the situations that tests speak of, made by the commands. */
export const standardDraft = { begun, classified, previewed, published }
