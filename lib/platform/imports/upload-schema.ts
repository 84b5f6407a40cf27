import { z } from 'zod'
import { isDay } from '../days'

/** What the upload form sends. */
export const uploadInput = z.object({
  kind: z.string().min(1, 'Choose what the file holds'),
  file: z
    .instanceof(File, { message: 'Choose a file' })
    .refine((file) => file.size > 0, 'Choose a file that is not empty'),
  asOf: z
    .string()
    .optional()
    .transform((day) => day || undefined)
    .refine((day) => day === undefined || isDay(day), 'Enter a day'),
})

/** Start and abandon name the run and the version that was seen. */
export const runInput = z.object({
  id: z.string(),
  version: z.coerce.number().int(),
  acknowledged: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
})
