import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import type { Source, Subject } from './non-conformity'
import { isByTime } from './non-conformity-rules'
import { addOpen, findOpenOf } from './non-conformity-store'

export type OpenNonConformity = Subject & { source: Source; summary: string; determinedOn: Day }

/**
 * Opens a non-conformity inside the transaction that took the reason in (NC-02). Where one is open already, nothing happens:
 * a breach stands beside a lapse, but never twice. Answers whose it is, and whether this call opened it.
 */
export async function openNonConformity(
  tx: Tx,
  ctx: Context,
  { determinedOn, summary, ...given }: OpenNonConformity,
): Promise<{ id: string; opened: boolean }> {
  const { moduleVersionId, standardVersionId, requirementId, source } = given
  const id = newId()
  const row = { ...given, id, summary: summary.slice(0, 2_000), raisedOn: dayOf(ctx.now) }
  if (!(await addOpen(tx, row, determinedOn))) {
    const open = await findOpenOf(tx, moduleVersionId, [given])
    return { id: open.find((nc) => isByTime(nc) === isByTime(given))!.id, opened: false }
  }
  await record(tx, ctx, {
    name: 'NonConformityOpened',
    about: { type: 'ModuleVersion', id: moduleVersionId },
    to: 'open',
    data: { nonConformityId: id, standardVersionId, requirementId, source, determinedOn },
  })
  return { id, opened: true }
}
