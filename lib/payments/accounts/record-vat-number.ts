import 'server-only'
import { z } from 'zod'
import { grantOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { type Day, isDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { findVatRegistrations, insertVatRegistration } from './vat-store'

export const recordVatInput = z.object({
  supplierId: z.uuid(),
  number: z
    .string()
    .trim()
    .toUpperCase()
    .transform((text) => text.replaceAll(' ', ''))
    .refine((text) => text === '' || /^GB(\d{9}|\d{12})$/.test(text), 'Enter GB and 9 or 12 digits, or leave it empty'),
  from: z.string().trim().refine(isDay, 'Enter the first day as a date'),
})
export type RecordVatInput = z.infer<typeof recordVatInput>

/** A signatory records the VAT number of the supplier from a day on; empty: it has none any more (M4). */
export function recordVatNumber(ctx: Context, input: RecordVatInput): Promise<Result<undefined>> {
  return transaction(async (tx) => {
    const { supplierId, from } = input
    if (!ctx.actor.grants.some((grant) => grant.organisationId === supplierId)) return refuse({ kind: 'not-found' })
    if (!grantOf(ctx.actor, 'supplier-signatory', supplierId))
      return refuse({ kind: 'forbidden', because: 'Only a signatory of the supplier can record its VAT number' })
    const by = { recordedById: ctx.actor.userId, recordedAt: ctx.now }
    const number = input.number === '' ? null : input.number
    await insertVatRegistration(tx, { id: newId(), supplierId, number, validFrom: from as Day, ...by })
    await record(tx, ctx, {
      name: 'VatNumberRecorded',
      about: { type: 'Organisation', id: supplierId },
      organisationId: supplierId,
      data: { from, registered: number !== null },
    })
    return ok(undefined)
  })
}

/** What a supplier has recorded, newest first: printed on its invoices, so no secret. */
export const listVatNumbers = (supplierId: string) => findVatRegistrations(db, supplierId)
