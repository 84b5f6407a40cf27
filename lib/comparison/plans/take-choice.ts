import 'server-only'
import { getRelations } from '@/lib/catalogue/dependencies/list-dependency-claims'
import { listLiveFrameworks } from '@/lib/catalogue/frameworks/list-frameworks'
import { listModules } from '@/lib/catalogue/get-module'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { listEpics } from '@/lib/catalogue/list-epics'
import { isService } from '@/lib/catalogue/listing'
import { emptyFilter } from '@/lib/catalogue/module-filter'
import { searchInTransaction } from '@/lib/catalogue/search-modules'
import { listPractices } from '@/lib/identity/list-practices'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import type { NeedsContent } from '../needs-profiles/needs-content'
import type { Candidate, Choice } from '../optimiser/choice'
import { candidatesOf } from './candidate-rules'
import { choiceOf } from './choice-rules'
import { mostModules } from './plan-run'

type Term = NonNullable<NeedsContent['term']>

/**
 * Everything a plan is computed from, as it stands at one instant: the caller's transaction sees one (A9). Refused where the
 * profile is not complete, and where the market is larger than a plan may be (MOD-5).
 */
export async function takeChoice(tx: Tx, ctx: Context, content: NeedsContent): Promise<Result<Choice>> {
  const today = dayOf(ctx.now)
  const { term } = content
  if (!term) return refuse({ kind: 'conflict', because: 'Say from when and for how long first' })
  if (content.needs.length === 0) return refuse({ kind: 'conflict', because: 'Say what you must have first' })
  const candidates = await takeCandidates(tx, ctx, content, term)
  if (!candidates.ok) return candidates
  const capabilityIds = [...new Set(content.wishes.map((wish) => wish.capabilityId))]
  return choiceOf(content, {
    today,
    term,
    candidates: candidates.value,
    practices: await listPractices(tx, { ids: content.practiceIds }, today),
    names: await getReferenceNames(ctx.actor),
    epics: await listEpics(ctx.actor, capabilityIds, tx),
  })
}

/** The whole market as this profile sees it now. */
export async function takeCandidates(
  tx: Tx,
  ctx: Context,
  content: NeedsContent,
  term: Term,
): Promise<Result<Candidate[]>> {
  const settings = await readSettings(tx, ctx, null, ['record-capabilities'])
  if (!settings.ok) return settings
  const found = await searchInTransaction(tx, ctx, emptyFilter, mostModules)
  if (found.total > mostModules)
    return refuse({
      kind: 'conflict',
      because: `The catalogue has ${found.total} modules and a plan considers ${mostModules}: narrow hosting or suppliers`,
    })
  const ids = [...found.cards.map((card) => card.id), ...(content.today ?? []).map((row) => row.moduleId)]
  const modules = (await listModules(ctx, ids, tx)).filter(({ listing }) => !isService(listing))
  const { claims } = await getRelations(ctx.actor, modules, tx)
  const frameworks = await listLiveFrameworks(term.start, tx)
  const market = {
    today: dayOf(ctx.now),
    names: await getReferenceNames(ctx.actor),
    claims,
    liveFrameworkIds: frameworks.map((framework) => framework.id),
    recordCapabilities: settings.value.list('record-capabilities'),
  }
  return ok(candidatesOf(modules, content, market))
}
