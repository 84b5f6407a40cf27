import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { visibilities } from './evidence'

export const addEvidenceInput = z.object({
  /** The assessment for which it is brought. */
  id: z.uuid(),
  title: z.string().trim().min(3, 'Say what it is').max(200, 'The title must be 200 characters or fewer'),
  visibility: z.enum(visibilities, 'Choose who may read it'),
  validUntil: z
    .string()
    .trim()
    .refine((day) => day === '' || isDay(day), 'Enter a day such as 2027-03-31'),
  replacesId: z.union([z.literal(''), z.uuid()]).default(''),
  file: z.instanceof(File, { message: 'Choose a file' }),
})
export type AddEvidence = Omit<z.infer<typeof addEvidenceInput>, 'file'> & { fileName: string; bytes: Uint8Array }
