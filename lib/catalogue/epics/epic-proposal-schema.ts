import { z } from 'zod'

const text = (what: string, max: number) =>
  z
    .string()
    .trim()
    .min(1, `Enter ${what}`)
    .max(max, `Enter ${what} in ${max.toLocaleString('en-GB')} characters or fewer`)

export const proposeEpicInput = z.object({
  supplierId: z.uuid('Choose a supplier'),
  capabilityId: z.string().regex(/^C\d{1,2}$/, 'Choose a capability'),
  title: text('the name', 500),
  description: text('the description', 1500),
})
const moved = { id: z.uuid(), version: z.coerce.number().int() }
export const withdrawEpicInput = z.object(moved)
export const decideEpicInput = z
  .object({
    ...moved,
    verdict: z.enum(['activate', 'refuse'], { error: 'Choose whether it comes into force' }),
    reason: z.string().trim().max(1000, 'The reason must be 1,000 characters or fewer'),
  })
  .refine(({ verdict, reason }) => verdict === 'activate' || reason.length >= 20, {
    path: ['reason'],
    message: 'Give the reason of a refusal in at least 20 characters',
  })
export type ProposeEpic = z.infer<typeof proposeEpicInput>
export type WithdrawEpic = z.infer<typeof withdrawEpicInput>
export type DecideEpic = z.infer<typeof decideEpicInput>
