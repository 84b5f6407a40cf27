import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import { type Actor, grantOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { isId } from '@/lib/platform/ids'
import { isAuthority, isOwn } from '../assessments/assessment-policy'
import { findAssessmentToFindIn } from '../assessments/assessment-store'
import { mayProposeDecision } from '../decisions/decision-policy'
import { findAssessors } from '../decisions/decision-store'
import { loadFacts } from '../facts-store'
import { mayAnswerFor, mayAssess, mayConfirm, mayReturnPlan } from './non-conformity-policy'
import { findNonConformity } from './non-conformity-store'
import type { NonConformityView } from './non-conformity-view'
import { readNonConformities } from './read-non-conformities'

export type NonConformityPage = NonConformityView & {
  moduleId: string
  moduleName: string
  moduleVersion: string
  supplier: string
  own: boolean
  forAuthority: boolean
  /** Where an assessor records what is found of it now; undefined where nothing is assessed here. */
  assessmentId: string | undefined
  may: { answer: Decision; confirm: Decision; assess: Decision; returnPlan: Decision; decide: Decision }
  isOfficer: boolean
}

/** One non-conformity for the supplier and the authority; undefined to others, and to the supplier while it is a candidate. */
export async function getNonConformity(ctx: Context, id: string): Promise<NonConformityPage | undefined> {
  const { actor } = ctx
  const nc = isId(id) ? await findNonConformity(db, id) : undefined
  const version = nc && (await getVersionById(db, nc.moduleVersionId))
  if (!version || !mayRead(actor, version, nc.determinedOn !== null)) return undefined
  const { facts } = (await loadFacts(db, [version])).get(version.id)!
  const views = await readNonConformities(db, [facts], dayOf(ctx.now))
  const view = views.find((one) => one.id === id)
  const assessorIds = await findAssessors(db, version.id)
  return (
    view && {
      ...view,
      moduleId: version.moduleId,
      moduleName: version.name ?? 'A module without a name',
      moduleVersion: version.version,
      supplier: version.supplierBrand,
      own: isOwn(actor, version),
      forAuthority: isAuthority(actor),
      assessmentId: await findAssessmentToFindIn(db, version.id),
      may: {
        answer: mayAnswerFor(actor, version),
        confirm: mayConfirm(actor, { ...version, raisedById: nc.raisedById }),
        assess: mayAssess(actor, version),
        returnPlan: mayReturnPlan(actor, version),
        decide: mayProposeDecision(actor, { supplierId: version.supplierId, assessorIds }),
      },
      isOfficer: grantOf(actor, 'officer') !== undefined,
    }
  )
}

const mayRead = (actor: Actor, owned: { supplierId: string }, determined: boolean): boolean =>
  isAuthority(actor) || (determined && isOwn(actor, owned))
