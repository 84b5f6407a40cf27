import 'server-only'
import { listModules } from '@/lib/catalogue/get-module'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { listEpics } from '@/lib/catalogue/list-epics'
import { isService } from '@/lib/catalogue/listing'
import { emptyFilter } from '@/lib/catalogue/module-filter'
import { searchModules } from '@/lib/catalogue/search-modules'
import { getOrganisation } from '@/lib/identity/get-organisation'
import { listPractices } from '@/lib/identity/list-practices'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db, type Tx } from '@/lib/platform/db'
import { mostModules } from '../plans/plan-run'
import type { ContractOfToday, KnownModule, NeedsFacts } from './form/needs-section'
import type { NeedsProfile } from './needs-profile'

type Asked = {
  /** Codes of practices that were typed. */
  codes?: string[]
  /** What contracts say of today; the page hands it in. */
  contracts?: ContractOfToday[]
  /** Whether the modules of the catalogue are needed by name. */
  modules?: boolean
  tx?: Tx
}

/** What the sections of a profile must know beside it. */
export async function getNeedsFacts(
  ctx: Context,
  { organisationId, content }: NeedsProfile,
  { codes = [], contracts = [], modules = false, tx = db }: Asked = {},
): Promise<NeedsFacts> {
  const today = dayOf(ctx.now)
  const names = await getReferenceNames(ctx.actor)
  const asked = [...content.needs, ...content.wishes].map(({ capabilityId }) => capabilityId)
  const known = await listPractices(tx, { ids: content.practiceIds }, today)
  return {
    today,
    capabilities: Object.entries(names.capabilities)
      .map(([id, { name, mustEpicIds, expired = false }]) => ({ id, name, mustEpicIds, expired }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)),
    epics: await listEpics(ctx.actor, [...new Set(asked)], tx),
    practices: Object.fromEntries(known.map((practice) => [practice.id, practice])),
    found: codes.length > 0 ? await findTyped(tx, organisationId, codes, today) : {},
    modules: modules ? await listKnownModules(ctx) : [],
    contracts,
  }
}

/** Practices of the same commissioner, or of the commissioner itself, whose profile it is. */
async function findTyped(tx: Tx, organisationId: string, codes: string[], today: string) {
  const own = await getOrganisation(tx, organisationId)
  const partOfCode = own?.kind === 'commissioner' ? own.code : own?.partOfCode
  const found = partOfCode ? await listPractices(tx, { codes: codes.slice(0, 100), partOfCode }, today) : []
  return Object.fromEntries(found.map((practice) => [practice.code, practice]))
}

async function listKnownModules(ctx: Context): Promise<KnownModule[]> {
  const { cards } = await searchModules(ctx, emptyFilter, mostModules)
  const modules = await listModules(
    ctx,
    cards.map((card) => card.id),
  )
  return modules
    .filter(({ listing }) => !isService(listing))
    .map(({ id, listing, supplier }) => ({
      id,
      name: listing.name,
      supplierId: supplier.id,
      supplierName: supplier.brand,
    }))
}
