import 'server-only'
import { getFramework } from '@/lib/catalogue/frameworks/list-frameworks'
import { getReferenceNames } from '@/lib/catalogue/get-reference-names'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { readSettings } from '@/lib/settings/read-settings'
import { loadProject } from './load-project'
import { needsProblems } from './needs-rules'
import type { SetNeedsInput } from './project-schema'
import { moveProject, savePractices } from './project-store'
import { readQuantity } from './read-quantity'

/**
 * Says from when and for how long, when to go live, under which framework and by which route (COM-1). The list size is the
 * newest known (QTY-1), with its date; a commissioner names its practices, and the list sizes of all of them count together. Where capabilities are named, a set of modules may cover them together.
 */
export function setNeeds(
  ctx: Context,
  { id, version, practices, file, ...asked }: SetNeedsInput,
): Promise<Result<{ id: string }>> {
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
    const quantity = await readQuantity(
      tx,
      project.organisationId,
      { practices: practices ?? '', file: file ?? '' },
      today,
    )
    if (!quantity.ok) return quantity
    const { size, named } = quantity.value
    const needs = { ...asked, capabilityIds, ...size }
    if (!(await moveProject(tx, project.id, version, { ...needs, state: move.to }))) return refuse({ kind: 'stale' })
    await savePractices(tx, project.id, named)
    const { description: _, ...figures } = needs
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Project', id: project.id },
      from: project.state,
      to: move.to,
      organisationId: project.organisationId,
      data: { ...figures, practiceIds: named.map(({ practiceId }) => practiceId), settings: settings.value.ids },
    })
    return ok({ id: project.id })
  })
}
