import { z } from 'zod'
import { isDay } from '@/lib/platform/days'

const day = z.string().refine(isDay, 'Enter a real date')
const id = z.uuid()
const version = z.coerce.number().int()

/** The page of a list that an address asks for; nonsense asks for the first. */
export const pageInput = z.coerce.number().int().min(1).max(10_000).catch(1)

export const confirmGoLiveInput = z.object({ siteId: id, version, day })
export type ConfirmGoLiveInput = z.infer<typeof confirmGoLiveInput>

export const giveNoticeInput = z.object({
  contractId: id,
  version,
  terminatesOn: day,
  reason: z.string().trim().min(30, 'Give the reason in at least 30 characters').max(2_000),
})
export type GiveNoticeInput = z.infer<typeof giveNoticeInput>

export const recordContractInput = z
  .object({
    number: z.string().trim().min(1).max(50),
    practiceId: id,
    payerId: id,
    supplierId: id,
    moduleId: z.string().max(100).nullable(),
    moduleName: z.string().trim().min(1).max(200),
    startsOn: day,
    endsOn: day,
    noticeDays: z.int().min(0).max(1_095),
    yearlyPence: z.bigint().min(0n),
    totalPence: z.bigint().min(0n),
    listSize: z.int().min(0).nullable(),
  })
  .refine((c) => c.startsOn <= c.endsOn, { path: ['endsOn'], message: 'The end must not be before the start' })
export type RecordContractInput = z.infer<typeof recordContractInput>
