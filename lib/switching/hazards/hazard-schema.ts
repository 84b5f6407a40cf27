import { z } from 'zod'
import { freeText, moveInput } from '../switch-schema'

const score = z.coerce.number('Choose 1 to 5').int().min(1, 'Choose 1 to 5').max(5, 'Choose 1 to 5')
const words = freeText.refine((text) => text.length > 0, 'Write something')

export const assessHazardInput = moveInput.extend({
  number: z.string().regex(/^H[1-9]\d{0,2}$/, 'Choose a hazard'),
  likelihoodAfter: score,
  severityAfter: score,
  controls: words,
  owner: words.refine((text) => text.length <= 200, 'Use at most 200 characters'),
})
export type AssessHazardInput = z.infer<typeof assessHazardInput>

export const addHazardInput = moveInput.extend({
  title: words.refine((text) => text.length <= 200, 'Use at most 200 characters'),
  likelihoodBefore: score,
  severityBefore: score,
})
export type AddHazardInput = z.infer<typeof addHazardInput>
