import { z } from 'zod'

/** What the address asks: a month, and one practice of the contract; nonsense asks for the newest month and every practice. */
export const usageFilter = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .catch(''),
  practice: z.uuid().or(z.literal('')).catch(''),
})
export type UsageFilter = z.infer<typeof usageFilter>

/** The address of a contract's recorded use in a month, at one practice or at all. */
export const usageAddress = (contractId: string, { month, practice }: UsageFilter, file = ''): string =>
  `/contracts/${contractId}/usage${file}?${new URLSearchParams({ ...(month ? { month } : {}), ...(practice ? { practice } : {}) })}`
