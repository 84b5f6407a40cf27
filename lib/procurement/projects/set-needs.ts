import 'server-only'
import { getFramework } from '@/lib/catalogue/frameworks/list-frameworks'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import { getListSize } from '@/lib/identity/get-list-size'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { readSettings } from '@/lib/settings/read-settings'
import { loadProject } from './load-project'
import { needsProblems } from './needs-rules'
import type { SetNeedsInput } from './project-schema'
import { moveProject } from './project-store'

/**
 * Says from when and for how long, when to go live, under which framework and by which route (COM-1). The list size is the
 * newest known (QTY-1), with its date. Where capabilities are named, a set of modules may cover them together.
 */
export function setNeeds(ctx: Context, { id, version, ...asked }: SetNeedsInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const loaded = await loadProject(tx, ctx, id, 'set-needs')
    if (!loaded.ok) return loaded
    const { project, move } = loaded.value
    const today = dayOf(ctx.now)
    const capabilityIds = [...new Set(asked.capabilityIds ?? [])].sort()
    const settings = await readSettings(tx, ctx, null, ['longest-term'])
    if (!settings.ok) return settings
    const framework = await getFramework(tx, asked.frameworkId, today)
    const fields = needsProblems(asked, { today, longestTerm: settings.value.count('longest-term'), framework })
    const { capabilities } = await getReferenceNames(ctx.actor)
    const unknown = capabilityIds.find((one) => !capabilities[one])
    if (unknown) fields.capabilityIds = [`${unknown} is no capability of the catalogue`]
    if (Object.keys(fields).length > 0) return refuse({ kind: 'invalid', fields })
    const size = await getListSize(tx, project.organisationId, today)
    if (!size)
      return refuse({
        kind: 'conflict',
        because: 'No list size of your practice is known. A curator must import the published list sizes first.',
      })
    const needs = { ...asked, capabilityIds, listSize: size.patients, listSizeAsOf: size.asOf }
    if (!(await moveProject(tx, project.id, version, { ...needs, state: move.to }))) return refuse({ kind: 'stale' })
    const { description: _, ...figures } = needs
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Project', id: project.id },
      from: project.state,
      to: move.to,
      organisationId: project.organisationId,
      data: { ...figures, settings: settings.value.ids },
    })
    return ok({ id: project.id })
  })
}
