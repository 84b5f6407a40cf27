import { findRequirements } from '@/lib/assurance/assessments/find-requirements'
import { passAssessment } from '@/lib/assurance/assessments/pass-assessment'
import { signFindings } from '@/lib/assurance/assessments/sign-findings'
import { submitAssessment } from '@/lib/assurance/assessments/submit-assessment'
import { createObligationsWhenPublished } from '@/lib/assurance/refresh/create-obligations-when-published'
import { type Actor, system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { move } from './assessment'
import { type MadeModule, module } from './module'
import { organisation } from './organisation'
import { person } from './person'
import { standardDraft } from './standard-draft'

/** In effect on 1 April 2026; the transition ends on 30 June. */
const head = { effectiveOn: '2026-04-01', transitionEndsOn: '2026-06-30' }
export const stricter = { text: 'It is shown by a witness, at every release', method: 'WITNESS' as const }

export type MadeObligation = {
  made: MadeModule
  obligationId: string
  /** The new version of S1, and the key of its one stricter requirement. */
  standardVersionId: string
  subject: string
  author: Actor
  officers: [Actor, Actor]
  editor: Actor
  signatory: Actor
  assessor: Actor
  reviewer: Actor
}

/** A conformant module of whose standard a stricter version was published, and everybody who has a part in what follows. */
async function asked(): Promise<MadeObligation> {
  const authority = (await organisation.authority()).id
  const author = await person.with('standards-author', authority)
  const officers: [Actor, Actor] = [await person.officer(authority), await person.officer(authority)]
  const made = await module.conformant()
  const draft = await standardDraft.published({ author, officers }, { head, whole: stricter })
  const event = await db.event.findFirstOrThrow({ where: { name: 'StandardVersionPublished', aboutId: draft.id } })
  const about = { type: event.aboutType, id: event.aboutId }
  await createObligationsWhenPublished(contextOf(system), { ...event, about, from: null, to: null, data: {} })
  const { id } = await db.obligation.findFirstOrThrow({ where: { moduleVersionId: made.moduleVersionId } })
  return {
    made,
    obligationId: id,
    standardVersionId: draft.id,
    subject: `${draft.id}/S1/WHOLE`,
    author,
    officers,
    editor: await person.editor(made.supplierId),
    signatory: await person.signatory(made.supplierId),
    assessor: await person.with('assessor', authority),
    reviewer: await person.with('reviewer', authority),
  }
}

/** The supplier submits what it asked for, and the assessor passes it on as far as its standards. */
async function underReview(it: MadeObligation, id: string, at: Date = noon): Promise<void> {
  await value(submitAssessment(contextOf(it.signatory, at), await move(id)))
  for (const _ of ['pre-check', 'capability-review'])
    await value(passAssessment(contextOf(it.assessor, at), await move(id)))
}

/** The assessor finds on the stricter requirement; `sign`: the reviewer signs. */
async function found(it: MadeObligation, id: string, outcome: 'MET' | 'NOT_MET', at: Date = noon): Promise<string[]> {
  const evidence = await db.evidence.findMany({ where: { moduleVersionId: it.made.moduleVersionId } })
  const evidenceIds = evidence.map((e) => e.id)
  const reason = outcome === 'MET' ? '' : 'The witness saw half of it only'
  const what = { id, subjects: [it.subject], outcome, reason, validUntil: '', evidenceIds }
  await value(findRequirements(contextOf(it.assessor, at), what))
  return (await db.findingProposal.findMany({ where: { assessmentId: id, state: 'found' } })).map((f) => f.id)
}

const signed = (it: MadeObligation, id: string, findingIds: string[], at: Date = noon) =>
  value(signFindings(contextOf(it.reviewer, at), { id, findingIds }))

/** What a listed module's supplier does about a stricter standard, made by the commands. */
export const uplift = { asked, underReview, found, signed }
