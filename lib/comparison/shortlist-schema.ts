import { z } from 'zod'

/** SHL-1, CAT-8: the texts of a shortlist. */
export const createShortlistInput = z.object({
  name: z.string().trim().min(1, 'Enter a name').max(255, 'The name must be 255 characters or fewer'),
  description: z
    .string()
    .trim()
    .max(250, 'The description must be 250 characters or fewer')
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .default(null),
  /** A first module, where the shortlist is begun from one. */
  moduleId: z.uuid().optional(),
})
export const shortlistModuleInput = z.object({
  shortlistId: z.uuid(),
  moduleId: z.uuid(),
  version: z.coerce.number().int(),
})
export const shortlistInput = z.object({ shortlistId: z.uuid(), version: z.coerce.number().int() })

export type CreateShortlist = z.infer<typeof createShortlistInput>
export type ShortlistModule = z.infer<typeof shortlistModuleInput>
export type ShortlistMove = z.infer<typeof shortlistInput>

/** The module page's form: the choice names the shortlist and the version of it that was seen, as `id:version`. */
export const addModuleForm = z
  .object({ shortlist: z.string().regex(/^[0-9a-f-]{36}:\d{1,9}$/, 'Choose a shortlist'), moduleId: z.uuid() })
  .transform(({ shortlist, moduleId }) => {
    const [shortlistId, version] = shortlist.split(':') as [string, string]
    return { shortlistId, version: Number(version), moduleId }
  })
