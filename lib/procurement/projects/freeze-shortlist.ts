import 'server-only'
import type { Context } from '@/lib/platform/context'
import { readOneInstant } from '@/lib/platform/one-instant'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { copyMatches } from './copy-matches'
import { loadProject } from './load-project'
import { mostMatches } from './project'
import type { FreezeInput } from './project-schema'
import { insertEntries, moveProject } from './project-store'

/**
 * Copies every match as it stands at one instant (A9): what is on the shortlist, and all that its search finds, which includes
 * what was left out with a reason (D1). Text by hash, price, standing: nothing of it changes afterwards.
 */
export function freezeShortlist(ctx: Context, input: FreezeInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    await readOneInstant(tx)
    const loaded = await loadProject(tx, ctx, input.id, 'freeze')
    if (!loaded.ok) return loaded
    const { project, move } = loaded.value
    const matches = await copyMatches(tx, ctx, project)
    if (!matches) return refuse({ kind: 'not-found' })
    const { query, entries, total } = matches
    if (total > mostMatches)
      return refuse({
        kind: 'conflict',
        because: `The search finds ${total} modules, and a project holds ${mostMatches} at most: narrow the search`,
      })
    if (!entries.some((entry) => entry.leftOut === null))
      return refuse({ kind: 'conflict', because: 'The shortlist is empty. Add at least one module to it.' })
    if (!(await moveProject(tx, project.id, input.version, { state: move.to, frozenAt: ctx.now, query })))
      return refuse({ kind: 'stale' })
    await insertEntries(tx, project.id, entries)
    const frozen = entries.map((e) => ({ listingVersionId: e.listingVersionId, sha256: e.listingSha256 }))
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Project', id: project.id },
      from: project.state,
      to: move.to,
      organisationId: project.organisationId,
      data: { frozen, query },
    })
    return ok({ id: project.id })
  })
}
