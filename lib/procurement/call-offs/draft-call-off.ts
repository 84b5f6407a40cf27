import 'server-only'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { readSettings } from '@/lib/settings/read-settings'
import { getProject } from '../projects/get-project'
import { payerOf } from '../projects/payer-of'
import { type AwardedEntry, awardedEntries, type Project } from '../projects/project'
import { lockProject } from '../projects/project-store'
import type { CallOff } from './call-off'
import { mayPrepareCallOff } from './call-off-policy'
import { endOf, withValue } from './call-off-rules'
import { findCallOffsByProject, insertCallOff, nextNumber } from './call-off-store'
import { firstMilestones } from './form/order-form'
import { moduleLines } from './order-line'
import type { OrderSite } from './order-site'

/**
 * Drafts the order for a module that a project has chosen: frozen text and price, the practice, its payer, dates, value. Of
 * several winners `entryId` says which; without it, the one that is not ordered yet. Each is ordered once (T3), and an order that
 * ended unsigned frees its own module alone.
 */
export function draftCallOff(
  ctx: Context,
  input: { projectId: string; entryId?: string | undefined },
): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const project = await getProject(ctx.actor, input.projectId, tx)
    if (!project) return refuse({ kind: 'not-found' })
    const decision = mayPrepareCallOff(ctx.actor, { practiceId: project.organisationId })
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const winners = awardedEntries(project)
    if (winners.length === 0) return refuse({ kind: 'wrong-state', state: project.state, command: 'draft a call-off' })
    await lockProject(tx, project.id)
    const chosen = toOrder(winners, await findCallOffsByProject(tx, project.id), input.entryId)
    if (!chosen.ok) return chosen
    const winner = chosen.value
    const payer = await payerOf(tx, project.organisationId)
    if (!payer)
      return refuse({
        kind: 'conflict',
        because:
          'The commissioner that pays for this practice is not known. A curator must import the commissioners first.',
      })
    const settings = await readSettings(tx, ctx, payer.id, ['usual-notice'])
    if (!settings.ok) return settings
    const noticeDays = settings.value.count('usual-notice')
    const callOff = compose(ctx, project, winner, payer.id, noticeDays, await nextNumber(tx))
    if (!callOff)
      return refuse({
        kind: 'conflict',
        because: `The price of ${winner.moduleName} depends on use that nobody has stated, so an order cannot be priced`,
      })
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

/** The winner that is ordered now: the one that was asked for, or the only one without an order. */
function toOrder(winners: AwardedEntry[], orders: CallOff[], entryId: string | undefined): Result<AwardedEntry> {
  const orderOf = ({ moduleId }: AwardedEntry) => orders.find((order) => order.moduleId === moduleId)
  const asked = entryId === undefined ? undefined : winners.find(({ id }) => id === entryId)
  if (entryId !== undefined && !asked) return refuse({ kind: 'not-found' })
  const open = winners.filter((winner) => !orderOf(winner))
  if (!asked && open.length > 1)
    return refuse({ kind: 'conflict', because: 'This project has several winners. Choose which of them to order' })
  const winner = asked ?? open[0] ?? winners[0]!
  const before = orderOf(winner)
  return before
    ? refuse({ kind: 'conflict', because: `Call-off ${before.number} was drafted from this project already` })
    : ok(winner)
}

/** A first text of every section of which something is known; undefined where it cannot be priced. */
function compose(
  ctx: Context,
  project: Project,
  winner: AwardedEntry,
  payerId: string,
  noticeDays: number,
  number: string,
): Omit<CallOff, 'signatures'> | undefined {
  const { moduleId, moduleName, moduleVersionId, listingVersionId, listingSha256, supplierId, capabilityIds, prices } =
    winner
  const [startsOn, termMonths, listSize] = [project.startsOn!, project.termMonths!, project.listSize!]
  const terms = withValue({
    number,
    practiceId: project.organisationId,
    payerId,
    supplierId,
    moduleVersionId,
    listingVersionId,
    listingSha256,
    capabilityIds,
    prices,
    lines: moduleLines(winner, moduleName, winner.expectedMonthly),
    sites: project.practices.length > 0 ? askedSites(project) : [ownSite(ctx, project)],
    form: { type: { kind: 'module', description: moduleName.slice(0, 100) }, milestones: firstMilestones },
    listSize,
    startsOn,
    termMonths,
    endsOn: endOf(startsOn, termMonths),
    noticeDays,
    optionMonths: 0,
    optionPence: 0n,
    yearlyPence: 0n,
    oneOffPence: 0n,
    totalPence: 0n,
  })
  const gate = { gate: winner.gate, gateLabel: winner.label, gateSha256: winner.gateSha256 }
  return terms && { ...terms, ...gate, ...unmoved, ...drafted(ctx, project.id), moduleId, moduleName }
}

/** The practice that writes the order consents by writing it. */
const ownSite = (ctx: Context, { organisationId, listSize, listSizeAsOf, startsOn }: Project): OrderSite => ({
  practiceId: organisationId,
  listSize: listSize!,
  listSizeAsOf,
  deliverOn: startsOn!,
  continues: false,
  state: 'consented',
  answeredById: ctx.actor.userId,
  answeredAt: ctx.now,
  consentHash: null,
})

/** A commissioner writes for its practices: each of them is asked, and none is in the order before it consents (T6). */
const askedSites = ({ practices, startsOn }: Project): OrderSite[] =>
  practices.map(({ practiceId, listSize, listSizeAsOf }) => ({
    practiceId,
    listSize,
    listSizeAsOf,
    deliverOn: startsOn!,
    continues: false,
    state: 'asked',
    answeredById: null,
    answeredAt: null,
    consentHash: null,
  }))

const unmoved = {
  termsFormat: 2,
  submittedHash: null,
  submittedParts: null,
  reviewedHash: null,
  signBy: null,
  standstillUntil: null,
  fundingRequestId: null,
  signedAt: null,
  refusedReason: null,
}
const drafted = (ctx: Context, projectId: string) => ({
  id: newId(),
  projectId,
  state: 'draft' as const,
  createdById: ctx.actor.userId,
  createdAt: ctx.now,
  version: 1,
})
