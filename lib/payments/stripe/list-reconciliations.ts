import 'server-only'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import { grantOf, organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { isStripeOn } from '@/lib/platform/stripe-port'
import { differenceOf, type ReconciliationRow } from './reconcile-rules'
import { findReconciliations } from './reconciliation-store'
import { findParked } from './stripe-event-store'

export type ReconciliationView = {
  isOn: boolean
  rows: (ReconciliationRow & { day: string; owner: string; differencePence: bigint })[]
  /** Only for the authority. */
  parked: Awaited<ReturnType<typeof findParked>> | undefined
}

/** The comparisons that this actor may see: a curator all of them, a payer's finance its own; undefined for everybody else. */
export async function listReconciliations(ctx: Context): Promise<ReconciliationView | undefined> {
  const isAuthority = grantOf(ctx.actor, 'curator') !== undefined
  const own = organisationsOf(ctx.actor, 'finance-officer')
  if (!isAuthority && own.length === 0) return undefined
  const rows = await findReconciliations(db, isAuthority ? 'all' : own)
  const name = await nameOrganisations(rows.map(({ ownerId }) => ownerId).filter((id) => id !== 'portal'))
  return {
    isOn: isStripeOn(),
    rows: rows.map((row) => ({
      ...row,
      owner: row.ownerId === 'portal' ? 'The portal' : name(row.ownerId),
      differencePence: differenceOf(row),
    })),
    parked: isAuthority ? await findParked(db) : undefined,
  }
}
