import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { freeText, moveInput } from '../switch-schema'

const short = freeText.refine((text) => text.length <= 200, 'Use at most 200 characters')
const needed = short.refine((text) => text.length > 0, 'Write something')
const lineId = z.uuid('Choose a service')

export const planServiceInput = moveInput
  .extend({
    lineId,
    inUse: z.enum(['yes', 'no'], 'Say whether it is in use'),
    owner: short.default(''),
    plan: freeText.default(''),
    thirdParty: short.default(''),
  })
  .refine((of) => of.inUse === 'no' || of.owner !== '', { path: ['owner'], message: 'Say who owns it' })
  .refine((of) => of.inUse === 'no' || of.plan !== '', { path: ['plan'], message: 'Say what is planned' })
export type PlanServiceInput = z.infer<typeof planServiceInput>

export const addServiceInput = moveInput.extend({ service: needed })
export type AddServiceInput = z.infer<typeof addServiceInput>

export const tellThirdPartyInput = moveInput.extend({
  lineId,
  toldOn: z.string('Enter a date').refine(isDay, 'Enter a real date'),
})
export type TellThirdPartyInput = z.infer<typeof tellThirdPartyInput>

export const proveServiceInput = moveInput.extend({ lineId, proof: needed })
export type ProveServiceInput = z.infer<typeof proveServiceInput>
