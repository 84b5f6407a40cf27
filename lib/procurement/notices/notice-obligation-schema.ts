import { z } from 'zod'
import { isDay } from '@/lib/platform/days'

const base = { id: z.uuid(), version: z.coerce.number().int() }

export const publishNoticeInput = z.object({
  ...base,
  reference: z
    .string()
    .trim()
    .min(5, 'Say where the notice can be read: its number or its address')
    .max(500, 'Where it can be read must be 500 characters or fewer'),
  publishedOn: z.string().trim().refine(isDay, 'Enter a day such as 2026-03-31'),
  completion: z.string().trim().max(1000, 'It must be 1,000 characters or fewer').optional(),
})
export type PublishNoticeInput = z.infer<typeof publishNoticeInput>

export const waiveNoticeInput = z.object({
  ...base,
  reason: z
    .string()
    .trim()
    .min(30, 'Say in 30 characters or more why the law does not ask for it')
    .max(1000, 'The reason must be 1,000 characters or fewer'),
})
export type WaiveNoticeInput = z.infer<typeof waiveNoticeInput>
