import { z } from 'zod'
import { termFields } from '../term-schema'
import { awardReasons } from './project'

export const startProjectInput = z.object({
  shortlistId: z.uuid(),
  name: z.string().trim().min(1, 'Enter a name for the project').max(255, 'Name must be 255 characters or fewer'),
})
export type StartProjectInput = z.infer<typeof startProjectInput>

const base = { id: z.uuid(), version: z.coerce.number().int() }

export const setNeedsInput = z.object({
  ...base,
  ...termFields,
})
export type SetNeedsInput = z.infer<typeof setNeedsInput>

export const freezeInput = z.object(base)
export type FreezeInput = z.infer<typeof freezeInput>

const reasonText = z
  .string()
  .trim()
  .min(30, 'Give the reason in 30 characters or more')
  .max(1000, 'Reason must be 1,000 characters or fewer')

export const decideProjectInput = z.object({
  ...base,
  winnerId: z.uuid({ error: 'Choose a module' }),
  reasonCode: z.enum(Object.keys(awardReasons) as [keyof typeof awardReasons], 'Choose the kind of reason'),
  reason: reasonText,
  /** Frozen entry id → why it was not chosen. */
  exclusions: z.record(z.string(), reasonText),
})
export type DecideProjectInput = z.infer<typeof decideProjectInput>

/** The same as a form sends it: `exclusion-<entry id>` for each module, empty where it is the one chosen. */
export const decideProjectForm = z.preprocess((form) => {
  if (typeof form !== 'object' || form === null) return form
  const given = Object.entries(form).filter(
    ([name, text]) => name.startsWith('exclusion-') && typeof text === 'string' && text.trim() !== '',
  )
  return {
    ...form,
    exclusions: Object.fromEntries(given.map(([name, text]) => [name.slice('exclusion-'.length), text])),
  }
}, decideProjectInput)
