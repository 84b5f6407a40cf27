import 'server-only'
import { routeObstacle } from '@/lib/catalogue/frameworks/framework-rules'
import { getFramework } from '@/lib/catalogue/frameworks/list-frameworks'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf, dayWords, endOfDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { addWorkingDays } from '@/lib/platform/working-days'
import { readSettings } from '@/lib/settings/read-settings'
import { uncovered } from '../projects/cover-rules'
import { loadProject } from '../projects/load-project'
import { type EntryReason, type FrozenEntry, fewestEntrants, mostEntrants, type Project } from '../projects/project'
import { reasonsFor, withoutReason } from '../projects/project-rules'
import { insertExclusions, moveProject } from '../projects/project-store'
import type { OpenInput } from './competition-schema'
import { findCompetition, openWith } from './competition-store'
import { checkCriteria } from './edit-criteria'
import { areSets, coveringSets } from './set-rules'

/**
 * Opens the competition: 2 to 8 entries, a reason for every other match (COM-1, A8), at least so many working days for offers as
 * are set. From now on nobody changes what counts (COM-3); the suppliers hear of it by the event.
 */
export function openCompetition(ctx: Context, input: OpenInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const loaded = await loadProject(tx, ctx, input.projectId, 'compete')
    if (!loaded.ok) return loaded
    const { project, move } = loaded.value
    const competition = await findCompetition(tx, { projectId: project.id })
    if (!competition) return refuse({ kind: 'conflict', because: 'Say first what counts, and how much' })
    const criteria = await checkCriteria(tx, ctx, project, competition)
    if (!criteria.ok) return criteria
    const chosen = await chosenEntries(tx, ctx, project, input)
    if (!chosen.ok) return chosen
    const { entrants, reasons } = chosen.value
    const set = await readSettings(tx, ctx, null, ['shortest-offer-time', 'offer-validity', 'bank-holidays'])
    if (!set.ok) return set
    const { value } = set
    const first = addWorkingDays(dayOf(ctx.now), value.count('shortest-offer-time'), value.list('bank-holidays'))
    const late = deadlineProblem(input.deadline, first, project)
    if (late) return invalidField('deadline', late)
    if (!(await moveProject(tx, project.id, input.version, { state: move.to }))) return refuse({ kind: 'stale' })
    await insertExclusions(tx, project.id, reasons, { excludedById: ctx.actor.userId, excludedAt: ctx.now })
    const opening = {
      openedAt: ctx.now,
      deadlineAt: endOfDay(input.deadline),
      offerDays: value.count('offer-validity'),
    }
    await openWith(
      tx,
      competition,
      opening,
      entrants.map(({ id, supplierId }) => ({ entryId: id, supplierId })),
    )
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Project', id: project.id },
      from: project.state,
      to: move.to,
      organisationId: project.organisationId,
      data: {
        competitionId: competition.id,
        deadline: input.deadline,
        entrants: entrants.map(({ id }) => id),
        leftOut: Object.entries(reasons).map(([id, { code }]) => [id, code]),
        settings: [...criteria.value, ...value.ids],
      },
    })
    return ok({ id: competition.id })
  })
}

function deadlineProblem(deadline: Day, first: Day, { startsOn }: Project): string | undefined {
  if (deadline < first) return `Suppliers need more time: the last day is ${dayWords(first)} at the earliest`
  return startsOn !== null && deadline >= startsOn ? 'Offers must be in before the contract starts' : undefined
}

type Chosen = { entrants: FrozenEntry[]; reasons: Record<string, EntryReason> }

async function chosenEntries(tx: Tx, ctx: Context, project: Project, input: OpenInput): Promise<Result<Chosen>> {
  const entrants = project.entries.filter(({ id }) => input.entrants.includes(id))
  const stay = entrants.map(({ id }) => id)
  if (stay.length < fewestEntrants || stay.length > mostEntrants)
    return invalidField('entrants', `Choose ${fewestEntrants} to ${mostEntrants} modules to compete`)
  const [missing] = withoutReason(project.entries, stay, input.exclusions)
  if (missing) return invalidField(`exclusion-${missing.id}`, `Say why ${missing.moduleName} does not compete`)
  const framework = await getFramework(tx, project.frameworkId ?? '', dayOf(ctx.now))
  const route = framework?.routes.find(({ kind }) => kind === project.route)
  for (const { moduleName, termPence, capabilityIds, frameworkIds } of entrants) {
    if (termPence === null)
      return invalidField('entrants', `The price of ${moduleName} depends on use, so its offers cannot be compared`)
    if (!framework || !frameworkIds.includes(framework.id))
      return invalidField('entrants', `${moduleName} is not on the framework`)
    // An offer may bring the price below the cap, so that is asked when the winner is known.
    const obstacle = route && routeObstacle({ ...route, capPence: null }, { wholeLifePence: termPence, capabilityIds })
    if (obstacle) return invalidField('entrants', `${moduleName}: ${obstacle.because}`)
  }
  const idle = idleEntrant(project, entrants)
  if (idle) return invalidField('entrants', idle)
  return ok({ entrants, reasons: reasonsFor(project.entries, stay, input.exclusions) as Record<string, EntryReason> })
}

/** Each entry covers the whole need, or stands in a set that does: nobody offers in vain (ADR 0027). @returns why not, in words. */
function idleEntrant({ capabilityIds: needed }: Project, entrants: FrozenEntry[]): string | undefined {
  if (!areSets(needed, entrants)) return undefined
  const open = uncovered(needed, entrants)
  if (open.length > 0) return `None of them covers ${open.join(', ')} of the need`
  const sets = coveringSets(needed, entrants)
  const idle = entrants.find(({ id }) => !sets.some(({ entryIds }) => entryIds.includes(id)))
  return idle && `${idle.moduleName} could not win: every set that covers the need covers it without this module too`
}
