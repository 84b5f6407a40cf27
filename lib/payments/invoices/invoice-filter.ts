import { z } from 'zod'
import { type InvoiceState, invoiceStates } from './invoice'

/** What the address of the list asks; nonsense asks for everything. */
export const invoiceFilter = z.object({
  state: z.enum(['', ...invoiceStates] as ['', ...InvoiceState[]]).catch(''),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .catch(''),
  contract: z.uuid().or(z.literal('')).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type InvoiceFilter = z.infer<typeof invoiceFilter>

export const invoicePageSize = 25

/** The same question as an address, without what is not asked. */
export function invoiceQuery({ page: _, ...filter }: InvoiceFilter, page?: number): string {
  const asked = Object.entries(filter).filter(([, value]) => value !== '')
  return new URLSearchParams([...asked, ...(page ? [['page', String(page)]] : [])] as [string, string][]).toString()
}
