import 'server-only'
import { priceFromJson } from '@/lib/catalogue/prices/price'
import { getCommissionerOf, getOrganisation } from '@/lib/identity/get-organisation'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { readSettings } from '@/lib/settings/read-settings'
import { getProject } from '../projects/get-project'
import { awardedEntry, type FrozenEntry, type Project } from '../projects/project'
import { orderValue } from '../projects/project-rules'
import { lockProject } from '../projects/project-store'
import type { CallOff } from './call-off'
import { mayPrepareCallOff } from './call-off-policy'
import { endOf, termsHashOf } from './call-off-rules'
import { findCallOffByProject, insertCallOff, nextNumber } from './call-off-store'

/** Drafts the order for the module that a project has chosen: frozen text and price, the practice, its payer, dates, value. */
export function draftCallOff(ctx: Context, input: { projectId: string }): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const project = await getProject(ctx.actor, input.projectId, tx)
    if (!project) return refuse({ kind: 'not-found' })
    const decision = mayPrepareCallOff(ctx.actor, { practiceId: project.organisationId })
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const winner = awardedEntry(project)
    if (!winner) return refuse({ kind: 'wrong-state', state: project.state, command: 'draft a call-off' })
    await lockProject(tx, project.id)
    const before = await findCallOffByProject(tx, project.id)
    if (before)
      return refuse({ kind: 'conflict', because: `Call-off ${before.number} was drafted from this project already` })
    const payer = await payerOf(tx, project.organisationId)
    if (!payer)
      return refuse({
        kind: 'conflict',
        because:
          'The commissioner that pays for this practice is not known. A curator must import the commissioners first.',
      })
    const value = orderValue(winner.prices.map(priceFromJson), project.listSize!, project.termMonths!)
    if (!value)
      return refuse({
        kind: 'conflict',
        because: `The price of ${winner.moduleName} depends on use that nobody has stated, so an order cannot be priced`,
      })
    const settings = await readSettings(tx, ctx, payer.id, ['usual-notice'])
    if (!settings.ok) return settings
    const noticeDays = settings.value.count('usual-notice')
    const callOff = compose(ctx, project, winner, payer.id, { ...value, noticeDays }, await nextNumber(tx))
    await insertCallOff(tx, callOff)
    await record(tx, ctx, {
      name: 'CallOffDrafted',
      about: { type: 'CallOff', id: callOff.id },
      to: 'draft',
      organisationId: project.organisationId,
      data: {
        projectId: project.id,
        termsHash: callOff.termsHash,
        totalPence: callOff.totalPence,
        settings: settings.value.ids,
      },
    })
    return ok({ id: callOff.id })
  })
}

async function payerOf(tx: Tx, practiceId: string) {
  const practice = await getOrganisation(tx, practiceId)
  return practice && getCommissionerOf(tx, practice)
}

type Value = { yearlyPence: bigint; oneOffPence: bigint; totalPence: bigint; noticeDays: number }

function compose(
  ctx: Context,
  project: Project,
  winner: FrozenEntry,
  payerId: string,
  value: Value,
  number: string,
): Omit<CallOff, 'signatures'> {
  const { moduleId, moduleName, moduleVersionId, listingVersionId, listingSha256, supplierId, capabilityIds, prices } =
    winner
  const [startsOn, termMonths] = [project.startsOn!, project.termMonths!]
  const dates = { startsOn, termMonths, endsOn: endOf(startsOn, termMonths) }
  const terms = {
    number,
    practiceId: project.organisationId,
    payerId,
    supplierId,
    moduleVersionId,
    listingVersionId,
    listingSha256,
    capabilityIds,
    prices,
    listSize: project.listSize!,
    ...dates,
    ...value,
  }
  const gate = { gate: winner.gate, gateLabel: winner.label, gateSha256: winner.gateSha256 }
  return {
    ...terms,
    ...gate,
    id: newId(),
    projectId: project.id,
    moduleId,
    moduleName,
    termsHash: termsHashOf(terms),
    fundingRequestId: null,
    state: 'draft',
    createdById: ctx.actor.userId,
    createdAt: ctx.now,
    signedAt: null,
    refusedReason: null,
    version: 1,
  }
}
