import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { loadFactsOf } from '../load-facts-of'
import { standardRows } from '../standard-value-rules'
import { mayRaiseConcern, mayRaiseLegalNotice } from './non-conformity-policy'
import type { RaiseConcern } from './non-conformity-schema'
import { addCandidate, countCandidatesOf } from './non-conformity-store'

/** How many concerns of one person may wait at once. */
const mostWaiting = 20

/** Somebody says that a requirement is not kept: a candidate, which counts for nothing until an assessor confirms it. */
export function raiseConcern(ctx: Context, input: RaiseConcern): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const decision = input.source === 'LEGAL_NOTICE' ? mayRaiseLegalNotice(ctx.actor) : mayRaiseConcern(ctx.actor)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const version = await getVersionById(tx, input.moduleVersionId)
    const loaded = version?.name && (await loadFactsOf(tx, version.id))
    if (!loaded) return refuse({ kind: 'not-found' })
    const row = standardRows(loaded.facts, dayOf(ctx.now))
      .flatMap((standard) => standard.rows)
      .find((r) => `${r.standardVersionId}/${r.requirement.id}` === input.requirement)
    if (!row) return invalidField('requirement', 'Choose a requirement that applies to this module')
    const { userId } = ctx.actor
    if ((await countCandidatesOf(tx, userId)) >= mostWaiting)
      return refuse({ kind: 'conflict', because: `${mostWaiting} concerns of yours wait for an assessor already` })
    const { moduleVersionId, source, summary } = input
    const of = { standardVersionId: row.standardVersionId, requirementId: row.requirement.id }
    const id = newId()
    await addCandidate(tx, {
      id,
      moduleVersionId,
      ...of,
      source,
      summary,
      raisedOn: dayOf(ctx.now),
      raisedById: userId,
    })
    await record(tx, ctx, {
      name: 'NonConformityRaised',
      about: { type: 'ModuleVersion', id: moduleVersionId },
      to: 'candidate',
      data: { nonConformityId: id, ...of, source },
    })
    return ok({ id })
  })
}
