import 'server-only'
import { listVersionsById } from '@/lib/catalogue/list-listed-versions'
import { grantOf, organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { findOpenAssessments } from '../assessments/assessment-store'
import type { StandardVersion } from '../facts'
import { loadFacts } from '../facts-store'
import { needsAssessment, type ObligationRow, type ObligationState, obligationOf } from './obligation'
import { findObligation, findObligationsOf, type Obligation } from './obligation-store'

export type ObligationView = {
  id: string
  module: string
  standardId: string
  standard: string
  version: string
  dueOn: Day | null
  state: ObligationState
  rows: ObligationRow[]
  mayDeclare: boolean
  /** Only an assessor can help. */
  needsAssessment: boolean
  /** The assessment of this module version that is open, in which it can be found. */
  assessmentId: string | undefined
}

/** What the actor's suppliers must do for new standard versions, soonest first; undefined to all but suppliers. */
export async function listOwnObligations(ctx: Context): Promise<ObligationView[] | undefined> {
  const suppliers = organisationsOf(ctx.actor, 'supplier-editor', 'supplier-signatory')
  if (suppliers.length === 0) return undefined
  const views = await viewsOf(db, ctx, await findObligationsOf(db, suppliers))
  return views.toSorted((a, b) => rank(a) - rank(b) || ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1))
}

/** One obligation, for the letter about it. */
export async function readObligation(tx: Tx, ctx: Context, id: string) {
  const found = await findObligation(tx, id)
  const [view] = found ? await viewsOf(tx, ctx, [found]) : []
  return found && view ? { ...view, supplierId: found.supplierId } : undefined
}

const rank = ({ state }: ObligationView) => (state === 'met' || state === 'lifted' ? 1 : 0)

async function viewsOf(tx: Tx, ctx: Context, obligations: Obligation[]): Promise<ObligationView[]> {
  const ids = [...new Set(obligations.map((o) => o.moduleVersionId))]
  const versions = await listVersionsById(tx, ids)
  const loaded = await loadFacts(tx, versions)
  const assessments = await findOpenAssessments(tx, ids)
  const standards = loaded.values().next().value?.facts.standards ?? []
  const published = new Map<string, StandardVersion>(standards.flatMap((s) => s.versions.map((v) => [v.id, v])))
  return obligations.flatMap((obligation): ObligationView[] => {
    const version = published.get(obligation.standardVersionId)
    const facts = loaded.get(obligation.moduleVersionId)?.facts
    const module = versions.find((v) => v.id === obligation.moduleVersionId)
    if (!version || !facts || !module) return []
    const now = obligationOf(facts, version, dayOf(ctx.now))
    return [
      {
        id: obligation.id,
        module: `${module.name} ${module.version}`,
        standardId: version.standardId,
        standard: standards.find((s) => s.id === version.standardId)?.name ?? version.standardId,
        version: version.version,
        ...now,
        needsAssessment: needsAssessment(now),
        assessmentId: assessments.get(obligation.moduleVersionId),
        mayDeclare: grantOf(ctx.actor, 'supplier-signatory', obligation.supplierId) !== undefined,
      },
    ]
  })
}
