import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type Day, dateFromDay } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import type { NonConformity, RequirementKey } from '../facts'
import { addNonConformity } from './open-non-conformity-store'

export type OpenedNonConformity = RequirementKey & {
  moduleVersionId: string
  source: NonConformity['source']
  summary: string
  determinedOn: Day
}

/** Opens a non-conformity of one requirement, in its caller's act. Where one of that requirement is open already, nothing happens. */
export async function openNonConformity(tx: Tx, ctx: Context, opened: OpenedNonConformity): Promise<void> {
  const id = newId()
  const { moduleVersionId, standardVersionId, requirementId, source, determinedOn } = opened
  if (!(await addNonConformity(tx, { ...opened, id, determinedOn: dateFromDay(determinedOn) }))) return
  await record(tx, ctx, {
    name: 'NonConformityOpened',
    about: { type: 'NonConformity', id },
    to: 'open',
    data: { moduleVersionId, standardVersionId, requirementId, source },
  })
}
