import { z } from 'zod'
import { savedTexts } from './saved-texts-schema'
import { type ExclusionCode, exclusionWords } from './shortlist'

/** SHL-1, CAT-8: the texts of a shortlist. */
export const createShortlistInput = z.object({
  ...savedTexts,
  /** A first module, where the shortlist is begun from one. */
  moduleId: z.uuid().optional(),
})
export const shortlistModuleInput = z.object({
  shortlistId: z.uuid(),
  moduleId: z.uuid(),
  version: z.coerce.number().int(),
})

const exclusionCodes = Object.keys(exclusionWords) as [ExclusionCode, ...ExclusionCode[]]
const reason = { code: z.enum(exclusionCodes), text: z.string().trim().max(1_000, 'Use 1,000 characters or fewer') }
const isSaid = ({ code, text }: { code: ExclusionCode; text: string }) => code !== 'other' || text.length >= 30
const sayIt = { path: ['text'], message: 'Say in 30 to 1,000 characters what the other reason is' }
/** Why a module is left out, by code; “other” is said in 30 to 1,000 characters (SHL-2). */
export const exclusionInput = z
  .object(reason)
  .refine(isSaid, sayIt)
  .transform(({ code, text }) => ({ code, text: text === '' ? null : text }))

/** Taking one off: a reason where the shortlist came from a search. */
export const removeModuleInput = shortlistModuleInput.extend({
  code: z.enum(exclusionCodes).or(z.literal('')).default(''),
  text: z.string().default(''),
})
export const shortlistInput = z.object({ shortlistId: z.uuid(), version: z.coerce.number().int() })

export type CreateShortlist = z.infer<typeof createShortlistInput>
export type RemoveModule = z.input<typeof removeModuleInput>
export type ShortlistModule = z.infer<typeof shortlistModuleInput>
export type ShortlistMove = z.infer<typeof shortlistInput>

/** The module page's form: the choice names the shortlist and the version of it that was seen, as `id:version`. */
export const addModuleForm = z
  .object({ shortlist: z.string().regex(/^[0-9a-f-]{36}:\d{1,9}$/, 'Choose a shortlist'), moduleId: z.uuid() })
  .transform(({ shortlist, moduleId }) => {
    const [shortlistId, version] = shortlist.split(':') as [string, string]
    return { shortlistId, version: Number(version), moduleId }
  })
