import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { parsePounds } from '@/lib/platform/money'
import { type ChangeKind, changeKinds } from './change'

const day = z.string().refine(isDay, 'Enter a real date')
const id = z.uuid()
const version = z.coerce.number().int()
const kinds = Object.keys(changeKinds) as [ChangeKind, ...ChangeKind[]]
const pounds = z.string().transform((text, ctx) => {
  const pence = parsePounds(text)
  if (pence === undefined) ctx.addIssue({ code: 'custom', message: 'Enter an amount in pounds, like 1,234.50' })
  return pence ?? 0n
})

export const proposeChangeInput = z.object({
  contractId: id,
  kind: z.enum(kinds, 'Choose what changes'),
  yearly: pounds,
  total: pounds,
  endsOn: day,
  effectiveOn: day,
  /** ODS codes of practices, one a line or with commas. */
  practices: z.string().max(2_000).default(''),
  reason: z.string().trim().min(30, 'Give the reason in at least 30 characters').max(2_000),
})
export type ProposeChangeInput = z.infer<typeof proposeChangeInput>

export const changeMoveInput = z.object({ changeId: id, version })
export type ChangeMoveInput = z.infer<typeof changeMoveInput>

export const askMoneyInput = changeMoveInput.extend({ stream: z.enum(['GPIT', 'LOCAL', 'PCARP'], 'Choose a budget') })
export type AskMoneyInput = z.infer<typeof askMoneyInput>

export const changeNoticeInput = changeMoveInput.extend({
  reference: z.string().trim().min(5, 'Enter the reference of the published notice').max(200),
  publishedOn: day,
})
export type ChangeNoticeInput = z.infer<typeof changeNoticeInput>

export const rejectChangeInput = changeMoveInput.extend({
  because: z.string().trim().min(10, 'Say why in at least 10 characters').max(1_000),
})
export type RejectChangeInput = z.infer<typeof rejectChangeInput>
