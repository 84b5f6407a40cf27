import 'server-only'
import { listModuleStates } from '@/lib/assurance/list-module-states'
import { listModules } from '@/lib/catalogue/get-module'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { getPriceRange } from '@/lib/contracts/get-price-range'
import type { ContractLine } from '@/lib/contracts/list-contracts'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { ok, type Result } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import { listPracticeContracts } from '../list-practice-contracts'
import type { PracticeFacts } from '../practice'
import { listOffers, offerOf } from './list-offers'
import type { SystemLine } from './option'
import { optionsOf } from './option-rules'

export type SystemLines = { lines: SystemLine[]; termMonths: number; smallest: number; withinPercent: number }

/**
 * "My systems, my contracts, my options" (P1): every contract of the practice that the actor may see, with what the register
 * says of its module, what practices like it pay, and what staying, renegotiating and moving would cost.
 */
export async function listSystemLines(ctx: Context, practice: PracticeFacts): Promise<Result<SystemLines>> {
  const settings = await readSettings(db, ctx, null, ['smallest-group', 'alike-within', 'longest-term'])
  if (!settings.ok) return settings
  const bounds = {
    smallest: settings.value.count('smallest-group'),
    withinPercent: settings.value.count('alike-within'),
    termMonths: settings.value.count('longest-term'),
  }
  const contracts = await listPracticeContracts(ctx.actor, practice.organisationId, dayOf(ctx.now))
  const states = await listModuleStates(ctx, contracts.map(inCatalogue))
  const modules = await listModules(
    ctx,
    contracts.flatMap(({ moduleId }) => moduleId ?? []),
  )
  const lines: SystemLine[] = []
  for (const contract of contracts) {
    const { moduleId, moduleVersionId } = inCatalogue(contract)
    const state = states.find((one) =>
      moduleVersionId ? one.moduleVersionId === moduleVersionId : one.moduleId === moduleId,
    )
    const module = modules.find(({ id }) => id === contract.moduleId)
    lines.push({ ...(await lineOf(ctx, contract, module, practice.list?.patients, bounds)), state })
  }
  return ok({ lines, ...bounds })
}

/** A contract that ran before the portal may name a module by words that are no id of the catalogue. */
const inCatalogue = ({ moduleId, moduleVersionId }: Pick<ContractLine, 'moduleId' | 'moduleVersionId'>) => ({
  moduleId: moduleId && isId(moduleId) ? moduleId : null,
  moduleVersionId: moduleVersionId && isId(moduleVersionId) ? moduleVersionId : null,
})

type Bounds = { smallest: number; withinPercent: number; termMonths: number }

async function lineOf(
  ctx: Context,
  contract: ContractLine,
  module: ModuleView | undefined,
  patients: number | undefined,
  bounds: Bounds,
) {
  const { termMonths } = bounds
  const capabilityIds = module?.listing.capabilities.map(({ id }) => id) ?? []
  const size = patients ?? contract.listSize ?? undefined
  const range = size === undefined ? undefined : await getPriceRange(contract, { patients: size, ...bounds })
  const present = module && size !== undefined ? offerOf(module, size, termMonths) : undefined
  const asked = { capabilityIds, exceptId: contract.moduleId, patients: size ?? 0, termMonths }
  const others = size === undefined ? [] : await listOffers(ctx, asked)
  return { contract, range, capabilityIds, options: optionsOf({ contract, present, range, others, termMonths }) }
}
