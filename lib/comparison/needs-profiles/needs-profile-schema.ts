import { z } from 'zod'
import type { Raw } from '@/lib/catalogue/drafts/draft-section'
import { mostName } from './needs-profile'

const base = { id: z.uuid(), version: z.coerce.number().int() }
const name = z.string().trim().min(1, 'Enter a name').max(mostName, 'Name must be 255 characters or fewer')

export const createNeedsInput = z.object({ name })
export type CreateNeeds = z.infer<typeof createNeedsInput>
export const copyNeedsInput = z.object({ id: z.uuid(), name })
export type CopyNeeds = z.infer<typeof copyNeedsInput>
export const needsMoveInput = z.object(base)
export type NeedsMove = z.infer<typeof needsMoveInput>
export const needsSectionInput = z.object({ ...base, section: z.string().max(40) })
export type NeedsSectionInput = z.infer<typeof needsSectionInput> & { raw: Raw }
