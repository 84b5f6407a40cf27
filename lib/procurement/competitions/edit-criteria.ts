import 'server-only'
import { getFramework } from '@/lib/catalogue/frameworks/list-frameworks'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { readSettings } from '@/lib/settings/read-settings'
import { loadProject } from '../projects/load-project'
import type { Project } from '../projects/project'
import { moveProject } from '../projects/project-store'
import type { Criteria } from './competition'
import type { CriteriaInput } from './competition-schema'
import { saveCriteria } from './competition-store'
import { criteriaProblems } from './criteria-rules'

/** Says what counts and how much (COM-2, COM-3), as often as one likes until the competition is open. */
export function editCriteria(ctx: Context, input: CriteriaInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const loaded = await loadProject(tx, ctx, input.projectId, 'edit-criteria')
    if (!loaded.ok) return loaded
    const { project, move } = loaded.value
    const criteria: Criteria = {
      priceWeight: input.priceWeight,
      elements: input.elements,
      quality: input.quality ?? null,
    }
    const checked = await checkCriteria(tx, ctx, project, criteria)
    if (!checked.ok) return checked
    if (!(await moveProject(tx, project.id, input.version, { state: move.to }))) return refuse({ kind: 'stale' })
    const { organisationId } = project
    const id = project.competitionId ?? newId()
    await saveCriteria(tx, { id, projectId: project.id, organisationId }, criteria)
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Project', id: project.id },
      from: project.state,
      to: move.to,
      organisationId,
      data: {
        priceWeight: criteria.priceWeight,
        weights: criteria.elements.map(({ kind, weight }) => [kind, weight]),
        settings: checked.value,
      },
    })
    return ok({ id: project.id })
  })
}

/** Whether these criteria may be used on the project's route today; the settings by which they were checked. */
export async function checkCriteria(
  tx: Tx,
  ctx: Context,
  project: Project,
  criteria: Criteria,
): Promise<Result<string[]>> {
  const framework = await getFramework(tx, project.frameworkId ?? '', dayOf(ctx.now))
  const route = framework?.routes.find(({ kind }) => kind === 'competition')
  if (project.route !== 'competition' || !framework?.isLive || !route)
    return refuse({
      kind: 'conflict',
      because:
        project.route === 'competition'
          ? 'The framework is not open for new competitions'
          : 'This project does not take the route of a competition',
    })
  const settings = await readSettings(tx, ctx, null, ['weight-step'])
  if (!settings.ok) return settings
  const fields = criteriaProblems(criteria, route, settings.value.count('weight-step'))
  return Object.keys(fields).length > 0 ? refuse({ kind: 'invalid', fields }) : ok(settings.value.ids)
}
