import { z } from 'zod'
import { moveInput, reason } from '../switch-schema'
import { slipKinds } from './slip'

const number = z.coerce.number('Enter the number of the slip').int().min(1).max(99_999)

export const logSlipInput = moveInput.extend({
  number,
  kind: z.enum(Object.keys(slipKinds) as [keyof typeof slipKinds], 'Choose what it is about'),
})
export type LogSlipInput = z.infer<typeof logSlipInput>

export const slipInput = moveInput.extend({ number })
export type SlipInput = z.infer<typeof slipInput>

export const voidSlipInput = slipInput.extend({ reason })
export type VoidSlipInput = z.infer<typeof voidSlipInput>
