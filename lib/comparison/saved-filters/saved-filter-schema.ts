import { z } from 'zod'
import { savedTexts } from '../saved-texts-schema'

/** The form beside a list: its texts, and the query of its address. */
export const saveFilterInput = z.object({ ...savedTexts, query: z.string().max(4_000).default('') })
export const savedFilterInput = z.object({ filterId: z.uuid(), version: z.coerce.number().int() })

export type SaveFilter = z.infer<typeof saveFilterInput>
export type SavedFilterMove = z.infer<typeof savedFilterInput>
