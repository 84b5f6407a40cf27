import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { moveInput } from '../switch-schema'
import { capacityKinds } from './capacity'

const isMonday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1

export const publishCapacityInput = z.object({
  organisationId: z.uuid(),
  kind: z.enum(Object.keys(capacityKinds) as [keyof typeof capacityKinds], 'Choose the kind'),
  week: z.string('Enter a date').refine(isDay, 'Enter a real date').refine(isMonday, 'Enter the Monday of the week'),
  slots: z.coerce.number('Enter a number').int('Enter a whole number').min(0).max(1_000, 'At most 1,000'),
  blackout: z.preprocess((value) => value === 'yes' || value === true, z.boolean()),
})
export type PublishCapacityInput = z.infer<typeof publishCapacityInput>

/** The form on the page of a switch, to which it leads back. */
export const publishCapacityForm = publishCapacityInput.extend({ switchId: z.uuid() })

export const reserveCapacityInput = moveInput.extend({ weekId: z.uuid('Choose a week') })
export type ReserveCapacityInput = z.infer<typeof reserveCapacityInput>
