import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { type ExitKey, exitKeys } from './exit-item'

const day = z.string().refine(isDay, 'Enter a real date')
const id = z.uuid()
const version = z.coerce.number().int()
const contract = { contractId: id, version }

export const contractMoveInput = z.object(contract)
export type ContractMoveInput = z.infer<typeof contractMoveInput>

export const askHoldOverInput = z.object({
  ...contract,
  until: day,
  stream: z.enum(['GPIT', 'LOCAL', 'PCARP'], 'Choose a budget'),
  reason: z.string().trim().min(30, 'Give the reason in at least 30 characters').max(2_000),
})
export type AskHoldOverInput = z.infer<typeof askHoldOverInput>

export const exitItemInput = z.object({
  ...contract,
  key: z.enum(exitKeys as [ExitKey, ...ExitKey[]]),
  doneOn: day,
  evidence: z.string().trim().min(5, 'Say in at least 5 characters what shows it').max(500),
})
export type ExitItemInput = z.infer<typeof exitItemInput>

export const siteDayInput = z.object({ siteId: id, version, day })
export type SiteDayInput = z.infer<typeof siteDayInput>
