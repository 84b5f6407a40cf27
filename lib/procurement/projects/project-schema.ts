import { z } from 'zod'
import { type RouteKind, routeKinds } from '@/lib/catalogue/frameworks/route'
import { type ExclusionCode, exclusionWords } from '@/lib/comparison/shortlist'
import { isDay } from '@/lib/platform/days'
import { mostNeeded } from './cover-rules'
import { greatestUse } from './expected-use-rules'
import { mostBytes } from './practice-list-rules'
import { type AwardReason, awardReasons } from './project'

export const startProjectInput = z.object({
  shortlistId: z.uuid(),
  name: z.string().trim().min(1, 'Enter a name for the project').max(255, 'Name must be 255 characters or fewer'),
})
export type StartProjectInput = z.infer<typeof startProjectInput>

/** From a shortlist that a plan was made into (PLAN-2). */
export const startProjectFromPlanInput = z.object({
  shortlistId: z.uuid(),
  /** `yes`: one project for all that the plan buys. */
  whole: z.literal('yes').optional(),
})
export type StartProjectFromPlanInput = z.infer<typeof startProjectFromPlanInput>

const base = { id: z.uuid(), version: z.coerce.number().int() }
const day = (what: string) => z.string().refine(isDay, `Enter ${what} as a date`)

export const setNeedsInput = z.object({
  ...base,
  // A start on the first of a month keeps the months' amounts exact; charging begins at go-live anyway (T4).
  startsOn: day('the start').refine((text) => text.endsWith('-01'), 'The contract starts on the first of a month'),
  termMonths: z.coerce
    .number({ error: 'Enter the term in months' })
    .int('Enter whole months')
    .min(1, 'The term is at least 1 month'),
  goLiveOn: day('the planned go-live'),
  description: z
    .string()
    .trim()
    .max(250, 'Description must be 250 characters or fewer')
    .transform((text) => text || null),
  frameworkId: z.string('Choose a framework').min(1, 'Choose a framework').max(20),
  route: z.enum(routeKinds as [RouteKind, ...RouteKind[]], 'Choose how you want to buy'),
  capabilityIds: z
    .array(z.string().min(1).max(20))
    .max(mostNeeded, `A need names ${mostNeeded} capabilities at most: split it into two projects`)
    .optional(),
  /** Of a commissioner's project: practices as typed, and the text of a file, a practice a line. */
  practices: z.string().max(20_000, 'The list must be 20,000 characters or fewer: use a file').optional(),
  file: z.string().max(mostBytes, 'The file must be 1 MB or smaller').optional(),
})
export type SetNeedsInput = z.infer<typeof setNeedsInput>

export const freezeInput = z.object(base)
export type FreezeInput = z.infer<typeof freezeInput>
export const startAgainInput = z.object({ id: z.uuid() })

const longText = (what: string) =>
  z
    .string()
    .trim()
    .min(30, `Give ${what} in 30 characters or more`)
    .max(1_000, 'Reason must be 1,000 characters or fewer')
export const reasonText = longText('the reason')

const codes = Object.keys(exclusionWords) as [ExclusionCode, ...ExclusionCode[]]
export const entryReasonInput = z.object({ code: z.enum(codes, 'Choose the kind of reason'), text: reasonText })

const useWanted = 'Enter a whole number from 1 to 100,000,000, or nothing'

export const decideProjectInput = z.object({
  ...base,
  /** One frozen entry, several that cover the need together, or none. */
  winnerId: z.union(
    [z.uuid(), z.literal('none'), z.array(z.uuid()).min(1)],
    'Choose modules, or that none is suitable',
  ),
  reasonCode: z.enum(Object.keys(awardReasons) as [AwardReason, ...AwardReason[]], 'Choose the kind of reason'),
  reason: reasonText,
  /** Frozen entry id → why it was not chosen. */
  exclusions: z.record(z.string(), entryReasonInput),
  /** `expectedField` → units that each practice expects in a month, of prices by use. */
  expected: z
    .record(z.string(), z.coerce.number(useWanted).int(useWanted).min(1, useWanted).max(greatestUse, useWanted))
    .optional(),
})
export type DecideProjectInput = z.infer<typeof decideProjectInput>

/** An order for one of the modules that were awarded. */
export const draftCallOffInput = z.object({ projectId: z.uuid(), entryId: z.uuid().optional() })

export const cancelInput = z.object({ ...base, reason: reasonText })
export type CancelInput = z.infer<typeof cancelInput>

/** `code-<entry id>` and `exclusion-<entry id>` for each entry, as forms send them, empty where the entry goes on. */
export function exclusionsOfForm(form: unknown): Record<string, { code: string; text: string }> {
  if (typeof form !== 'object' || form === null) return {}
  const sent = form as Record<string, unknown>
  const said = (name: string) => (typeof sent[name] === 'string' ? sent[name].trim() : '')
  const ids = Object.keys(sent).flatMap((name) => (name.startsWith('exclusion-') ? [name.slice(10)] : []))
  return Object.fromEntries(
    ids
      .map((id) => [id, { code: said(`code-${id}`), text: said(`exclusion-${id}`) }] as const)
      .filter(([, { code, text }]) => code !== '' || text !== ''),
  )
}

/** What was typed of expected use, by field; what was left empty is not stated. */
const expectedOfForm = (form: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, typed]) =>
      name.startsWith('expected-') && typeof typed === 'string' && typed.trim() !== ''
        ? [[name, typed.replaceAll(',', '').trim()]]
        : [],
    ),
  )

/** A schema with `exclusions` as the form sends them; what is wrong with one stands beside its field. */
export const formWithExclusions = <T>(schema: z.ZodType<T>) =>
  z.record(z.string(), z.unknown()).transform((form, ctx): T | typeof z.NEVER => {
    const read = schema.safeParse({ ...form, exclusions: exclusionsOfForm(form), expected: expectedOfForm(form) })
    if (read.success) return read.data
    for (const { path, message } of read.error.issues) {
      const [first, id, field] = path.map(String)
      const own = first === 'exclusions' ? `${field === 'code' ? 'code' : 'exclusion'}-${id}` : id
      const place = (first === 'exclusions' || first === 'expected') && own ? [own] : path
      ctx.addIssue({ code: 'custom', path: place, message })
    }
    return z.NEVER
  })

/** The same from a form whose `winnerId` holds every value that was ticked. */
export const decideProjectForm = z.preprocess((form) => {
  if (typeof form !== 'object' || form === null || !('winnerId' in form) || !Array.isArray(form.winnerId)) return form
  return { ...form, winnerId: form.winnerId.length === 1 ? form.winnerId[0] : form.winnerId }
}, formWithExclusions(decideProjectInput))
