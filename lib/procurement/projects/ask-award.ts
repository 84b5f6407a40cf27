import 'server-only'
import { type GateView, getGate } from '@/lib/assurance/get-gate'
import { askSale } from '@/lib/catalogue/ask-sale'
import { readDeclarationStanding } from '@/lib/catalogue/declarations/get-declaration'
import { routeObstacle } from '@/lib/catalogue/frameworks/framework-rules'
import { getHeldFramework } from '@/lib/catalogue/frameworks/list-frameworks'
import type { Route } from '@/lib/catalogue/frameworks/route'
import { holdModule } from '@/lib/catalogue/hold-module'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf, dayWords } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { poundsWords } from '@/lib/platform/money'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import { type FrozenEntry, type Project, togetherPence } from './project'
import { onBasis } from './project-rules'

/** What an award was checked against: it stays in the pack. */
export type AwardChecks = {
  moduleId: string
  gate: GateView
  route: Route
  frameworkName: string
  settingIds: string[]
}

/**
 * Whether this entry may be awarded at this instant (COM-10, A4, A6): it is on sale, the gate is open, its supplier's declaration
 * holds, the framework lives and names it, the route's cap and capabilities allow it, the offer has not run out. Module, supplier
 * and framework are held until the transaction ends. The cap counts `all` that is awarded together.
 */
export async function askAward(
  tx: Tx,
  ctx: Context,
  project: Project,
  entry: FrozenEntry,
  offerUntil: Day | null,
  all: FrozenEntry[] = [entry],
): Promise<Result<AwardChecks>> {
  const today = dayOf(ctx.now)
  const no = (because: string) => refuse({ kind: 'conflict', because })
  await holdModule(tx, entry.moduleId)
  const sale = await askSale(tx, ctx, entry.moduleId)
  if (!sale.ok) return sale
  const gate = await getGate(tx, entry.moduleVersionId, entry.capabilityIds, today)
  if (gate.gate === 'REFUSED' || gate.gate === 'HELD')
    return no(`${entry.moduleName} may not be bought now (${gate.label}). ${gate.because.join('. ')}`)
  if ((await readDeclarationStanding(tx, entry.supplierId, today)).kind !== 'valid')
    return no(`${entry.supplierName} has no declaration in force, so nothing of it can be awarded`)
  const framework = await getHeldFramework(tx, project.frameworkId ?? '', today)
  if (!framework?.isLive) return no(`${framework?.name ?? 'The framework'} is not open for new orders`)
  if (!entry.frameworkIds.includes(framework.id)) return no(`${entry.moduleName} is not on ${framework.name}`)
  if (offerUntil !== null && offerUntil < today)
    return no(`The offer for ${entry.moduleName} held until ${dayWords(offerUntil)}`)
  const route = framework.routes.find(({ kind }) => kind === project.route)
  if (!route) return no(`${framework.name} does not have this route any more`)
  const settings = await readSettings(tx, ctx, null, ['cap-basis', 'vat-percent'])
  if (!settings.ok) return settings
  const { value } = settings
  if (entry.termPence === null && route.capPence !== null)
    return no(
      `The price of ${entry.moduleName} depends on use, so it cannot be held against the cap of the route before you say how much use each practice expects in a month`,
    )
  const whole = togetherPence(all)
  const wholeLifePence = onBasis(whole ?? 0n, value.text('cap-basis'), value.count('vat-percent'))
  const obstacle = routeObstacle(route, { wholeLifePence, capabilityIds: entry.capabilityIds })
  const together =
    obstacle?.code === 'over-cap' && all.length > 1
      ? ` The ${all.length} modules together cost ${poundsWords(wholeLifePence)}.`
      : ''
  if (obstacle) return no(`${obstacle.because}.${together} ${routeAdvice[obstacle.code]}`)
  return ok({ moduleId: entry.moduleId, gate, route, frameworkName: framework.name, settingIds: value.ids })
}

/**
 * The same of every winner of a decision, each with the last day of its offer, if it made one. In the order of their modules, so
 * that two decisions that share some wait for each other and never in a circle.
 */
export async function askAwards(
  tx: Tx,
  ctx: Context,
  project: Project,
  winners: FrozenEntry[],
  offerUntil: (winner: FrozenEntry) => Day | null = () => null,
): Promise<Result<AwardChecks[]>> {
  const checks: AwardChecks[] = []
  for (const winner of winners.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1))) {
    const asked = await askAward(tx, ctx, project, winner, offerUntil(winner), winners)
    if (!asked.ok) return asked
    checks.push(asked.value)
  }
  return ok(checks)
}

const routeAdvice = {
  'over-cap': 'Start again with another route, or a shorter term.',
  foundation: 'Start again with another route.',
}
