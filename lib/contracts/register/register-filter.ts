import { z } from 'zod'
import { addDays, addMonths, type Day } from '@/lib/platform/days'
import { type ContractState, contractStates } from '../contract'

const words = z.string().trim().max(100).catch('')

/** What the address of the register asks; nonsense asks for everything. */
export const registerFilter = z.object({
  /** A part of the number, or of the name of module, practice or supplier, or an ODS code. */
  words,
  practice: words,
  supplier: words,
  payer: words,
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .catch(''),
  state: z.enum(['', ...contractStates] as ['', ...ContractState[]]).catch(''),
})
export type RegisterFilter = z.infer<typeof registerFilter>

export const registerPageSize = 25

/** The first and the last day of a month `YYYY-MM`. */
export const daysOfMonth = (month: string): [Day, Day] => {
  const first = `${month}-01`
  return [first, addDays(addMonths(first, 1), -1)]
}

/** The same question as an address, without what is not asked. */
export function registerQuery(filter: RegisterFilter, page?: number): string {
  const asked = Object.entries(filter).filter(([, value]) => value !== '')
  return new URLSearchParams([...asked, ...(page ? [['page', String(page)]] : [])] as [string, string][]).toString()
}
