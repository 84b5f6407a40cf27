import { classifyRequirements } from '@/lib/assurance/refresh/classify-requirements'
import { proposeDifference } from '@/lib/assurance/refresh/difference-rules'
import { lookAtPreview } from '@/lib/assurance/refresh/look-at-preview'
import { noUsage } from '@/lib/assurance/refresh/usage'
import { draftStandardVersion } from '@/lib/assurance/standards/draft-standard-version'
import { editStandardVersion, writeRequirement } from '@/lib/assurance/standards/edit-standard-version'
import { proposeStandardDecision } from '@/lib/assurance/standards/propose-standard-decision'
import { secondStandardDecision } from '@/lib/assurance/standards/second-standard-decision'
import { findRequirementsOf, findStandardDraft } from '@/lib/assurance/standards/standard-draft-store'
import type { Role } from '@/lib/identity/roles'
import type { Actor } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/refusal'
import { fixedId } from './fixed-id'

/** The standard of which the story publishes the next version; its text is invented. */
const standardId = 'S69'
const authority = fixedId('authority')

/**
 * The authority's author has drafted the next version of a standard, and two officers have published it: a year of transition,
 * one requirement reworded, one new. What exists already is left as it is.
 */
export async function seedStandards(ctx: Context): Promise<void> {
  if ((await db.standardDraft.count({ where: { standardId } })) > 0) return
  const as = (email: string, role: Role): Context => ({ ...ctx, actor: actorOf(email, role) })
  const author = as('author@authority.example', 'standards-author')
  const { id } = done(await draftStandardVersion(author, { standardId }))
  const begun = (await findStandardDraft(db, id))!
  const today = dayOf(ctx.now)
  const { requirements, ...head } = begun.content
  let draft = done(
    await editStandardVersion(author, {
      ...head,
      changeClass: 'MAJOR',
      publishedOn: today,
      effectiveOn: addDays(today, 60),
      transitionEndsOn: null,
      id,
      version: begun.version,
    }),
  )
  const write = async (
    was: string,
    requirement: Omit<Parameters<typeof writeRequirement>[1], 'id' | 'version' | 'was'>,
  ) => {
    draft = done(await writeRequirement(author, { ...requirement, was, id, version: draft.version }))
  }
  const [whole] = requirements
  if (whole) {
    const { id: requirementId, ...rest } = whole
    await write(requirementId, {
      ...rest,
      requirementId,
      text: 'The supplier tests every release before it is delivered, and keeps the plan, the results and the faults found.',
    })
  }
  await write('', {
    requirementId: `${standardId}/DEMO01`,
    title: 'Results that buyers can read',
    text: 'The supplier publishes a summary of the results for each release, in plain English, within ten working days.',
    anchor: '',
    roles: [],
    level: 'MUST',
    method: 'DOCUMENT',
    hazard: 'NONE',
    evidenceValidDays: null,
    notTestedReason: 'A document is read by an assessor',
  })
  const old = await findRequirementsOf(db, draft.content.replacesIds)
  const decided = proposeDifference(old, draft.content.requirements)
  draft = done(await classifyRequirements(author, { id, version: draft.version, decided }))
  done(await lookAtPreview(author, draft))
  const reason = 'Practices asked to see how a release was tested before they take it'
  const first = as('officer1@authority.example', 'officer')
  const proposal = done(
    await proposeStandardDecision(first, { standardVersionId: id, kind: 'PUBLISH', reason }, noUsage),
  )
  const second = as('officer2@authority.example', 'officer')
  done(await secondStandardDecision(second, { proposalId: proposal.id, version: 1 }, noUsage))
}

const actorOf = (email: string, role: Role): Actor => ({
  kind: 'person',
  userId: fixedId(email),
  organisationId: authority,
  grants: [{ role, organisationId: authority, limitPence: null }],
})

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
