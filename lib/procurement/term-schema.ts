import { z } from 'zod'
import { isDay } from '@/lib/platform/days'

/**
 * From when and for how long. A start on the first of a month keeps the months' amounts exact; charging begins at go-live
 * anyway (T4).
 */
export const termFields = {
  startsOn: z
    .string()
    .refine(isDay, 'Enter the start as a date')
    .refine((day) => day.endsWith('-01'), 'The contract starts on the first of a month'),
  termMonths: z.coerce
    .number({ error: 'Enter the term in months' })
    .int('Enter whole months')
    .min(1, 'The term is at least 1 month')
    .max(36, 'The framework allows 36 months at most'),
}
