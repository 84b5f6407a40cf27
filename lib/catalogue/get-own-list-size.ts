import 'server-only'
import { getListSize } from '@/lib/identity/get-list-size'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'

export type OwnListSize = { patients: number; asOf: Day }

/** The newest list size of the practice the actor stands for, with its day (QTY-1); undefined for everybody else. */
export async function getOwnListSize(ctx: Context): Promise<OwnListSize | undefined> {
  const { organisationId } = ctx.actor
  return organisationId === null ? undefined : getListSize(db, organisationId, dayOf(ctx.now))
}
