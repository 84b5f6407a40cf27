import { z } from 'zod'
import { isDay } from '@/lib/platform/days'

const day = (words: string) => z.string().trim().refine(isDay, words)

export const supersedeSettingInput = z.object({
  organisationId: z.preprocess((v) => (v === '' ? null : v), z.uuid().nullable()),
  key: z.string(),
  /** The row that stood last on the page; empty: none. */
  seen: z.union([z.uuid(), z.literal('')]),
  value: z.string().max(5000),
  from: day('Enter the first day on which it counts'),
  source: z
    .string()
    .trim()
    .min(5, 'Say in 5 characters or more where the figure comes from')
    .max(500, 'Source must be 500 characters or fewer'),
  verifiedOn: z.preprocess((v) => (v === '' ? null : v), day('Enter the day as a date').nullable()),
})
export type SupersedeSettingInput = z.infer<typeof supersedeSettingInput>

export const settingsFileInput = z.object({
  file: z
    .instanceof(File, { message: 'Choose a file' })
    .refine((file) => file.size > 0, 'Choose a file that is not empty')
    .refine((file) => file.size <= 1_000_000, 'The file must be smaller than 1 MB'),
})
