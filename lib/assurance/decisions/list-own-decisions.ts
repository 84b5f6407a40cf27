import 'server-only'
import { listVersionsOfSuppliers } from '@/lib/catalogue/list-listed-versions'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { type Day, dayFromDate, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { type AppealState, appealStateWords } from '../appeals/appeal-machine'
import { mayAppeal } from '../appeals/appeal-policy'
import { againstAppeal } from '../appeals/appeal-rules'
import { findAppeals } from '../appeals/appeal-store'
import { findAdverseFindings, findFailedChecks } from '../disputes/dispute-store'
import { type DisputeView, listOwnDisputes } from '../disputes/list-disputes'
import { type DecisionKind, kindTable } from './decision-kinds'
import { findWholeDecisions } from './decision-store'

export type OwnDecision = {
  id: string
  words: string
  on: Day
  reason: string
  basis: string | null
  appealUntil: Day | null
  appeal: { state: AppealState; words: string } | null
  mayAppeal: boolean
}
type Contestable = { id: string; moduleName: string; subject: string; on: Day; reason: string | null }
export type OwnDecisions = {
  decisions: OwnDecision[]
  findings: Contestable[]
  /** What checks found not to be kept, each as often as it says so of another requirement. */
  failures: Contestable[]
  disputes: DisputeView[]
}

/** What two officers decided about a supplier's modules, what was found not to be met, and what it contests; undefined to others. */
export async function listOwnDecisions(ctx: Context): Promise<OwnDecisions | undefined> {
  const supplierIds = organisationsOf(ctx.actor, 'supplier-editor', 'supplier-signatory')
  if (supplierIds.length === 0) return undefined
  const versions = await listVersionsOfSuppliers(db, supplierIds)
  const ids = versions.map((v) => v.id)
  const nameOf = (id: string) => {
    const version = versions.find((v) => v.id === id)!
    return `${version.name ?? 'A module'} ${version.version}`
  }
  const appeals = new Map((await findAppeals(db, supplierIds)).map((a) => [a.decisionId, a]))
  const decisions = (await findWholeDecisions(db, ids)).map((d): OwnDecision => {
    const appeal = appeals.get(d.id)
    const appealUntil = d.appealUntil && dayFromDate(d.appealUntil)
    const { supplierId } = versions.find((v) => v.id === d.moduleVersionId)!
    const inTime = againstAppeal({ appealUntil, appealed: appeal !== undefined }, dayOf(ctx.now)) === undefined
    return {
      id: d.id,
      words: `${kindTable[d.kind as DecisionKind].words} ${nameOf(d.moduleVersionId)}`,
      on: dayFromDate(d.madeOn),
      reason: d.reason,
      basis: d.basis,
      appealUntil,
      appeal: appeal ? { state: appeal.state, words: appealStateWords[appeal.state] } : null,
      mayAppeal: inTime && mayAppeal(ctx.actor, { supplierId }).allowed,
    }
  })
  const disputes = await listOwnDisputes(ctx.actor)
  const disputed = new Set(disputes.map((d) => d.disputedId))
  const findings = (await findAdverseFindings(db, ids))
    .filter((f) => !disputed.has(f.id))
    .map((f) => ({
      id: f.id,
      moduleName: nameOf(f.moduleVersionId),
      subject: f.requirementId ?? f.capabilityId ?? 'a requirement',
      on: dayFromDate(f.foundOn),
      reason: f.reason,
    }))
  const failures = (await findFailedChecks(db, ids))
    .filter((f) => !disputed.has(f.id))
    .map((f) => ({
      id: f.id,
      moduleName: nameOf(f.moduleVersionId),
      subject: `${f.requirementId}, check ${f.check} of suite ${f.suiteVersion}`,
      on: dayFromDate(f.foundOn),
      reason: f.message,
    }))
  return { decisions, findings, failures, disputes }
}
