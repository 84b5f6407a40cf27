import { z } from 'zod'
import { strengthOf } from '@/lib/conformance/run/suite-table'
import { isDay } from '@/lib/platform/days'
import { standardDecisionKinds } from './standard-decision-kinds'
import { changeClasses } from './standard-draft'

const text = (most: number, words: string) =>
  z.string().trim().max(most, `${words} must be ${most} characters or fewer`)
const day = z
  .string()
  .trim()
  .refine((value) => value === '' || isDay(value), 'Enter a day such as 2027-03-31')
  .transform((value) => value || null)
const ids = z
  .string()
  .max(500)
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))

export const draftInput = z.object({ standardId: z.string().regex(/^S\d{1,3}$/, 'Choose a standard') })

export const draftMoveInput = z.object({ id: z.uuid(), version: z.coerce.number().int() })
export type DraftMove = z.infer<typeof draftMoveInput>

/** FA-01: number, basis, days, class and what it replaces. */
export const draftHeadInput = draftMoveInput.extend({
  number: z
    .string()
    .trim()
    .regex(/^\d+(\.\d+){1,3}$/, 'Enter a number such as 2.1.0'),
  legalBasis: z.enum(['LAW', 'CONTRACT'], 'Choose what it rests on'),
  changeClass: z.enum(changeClasses, 'Choose how great the change is'),
  publishedOn: day,
  effectiveOn: day,
  transitionEndsOn: day,
  deprecatedOn: day,
  retiredOn: day,
  replacesIds: z.array(z.uuid()).max(20),
  requiredIds: ids,
  conflictIds: ids,
})
export type DraftHead = z.infer<typeof draftHeadInput>

/** FA-02, AS-08. */
export const draftRequirementInput = draftMoveInput.extend({
  /** The id it had before, where it is changed. */
  was: text(100, 'The id').default(''),
  requirementId: z
    .string()
    .trim()
    .regex(/^S\d{1,3}\/[A-Za-z0-9.-]{1,40}$/, 'Enter an id such as S26/DMI02'),
  title: z.string().trim().min(1, 'Enter a title').max(300, 'The title must be 300 characters or fewer'),
  text: text(8_000, 'The text').default(''),
  anchor: text(300, 'The place in the source').default(''),
  roles: ids,
  level: z.enum(['MUST', 'MUST_NOT', 'SHOULD', 'SHOULD_NOT', 'MAY'], 'Choose a level'),
  method: z.enum(['MACHINE', 'DOCUMENT', 'WITNESS', 'DECLARATION'], 'Choose how it is shown'),
  hazard: z.enum(['NONE', 'LOW', 'CLINICAL_SAFETY', 'SECURITY', 'DATA_LOSS'], 'Choose the hazard'),
  evidenceValidDays: z
    .string()
    .trim()
    .regex(/^([1-9]\d{0,3})?$/, 'Enter a number of days, or leave it empty')
    .transform((value) => (value === '' ? null : Number(value))),
  notTestedReason: text(300, 'The reason').default(''),
  checks: z
    .string()
    .max(500)
    .default('')
    .transform((value) => [...new Set(value.split(/[\s,]+/).filter(Boolean))])
    .pipe(
      z.array(
        z.string().refine((id) => strengthOf(id) !== undefined, 'Enter ids of checks of the suite, such as CAP-01'),
      ),
    ),
})
type RequirementInput = z.infer<typeof draftRequirementInput>
export type DraftRequirementInput = Omit<RequirementInput, 'checks'> & { checks?: string[] | undefined }
export const removeRequirementInput = draftMoveInput.extend({ requirementId: z.string().max(100) })

const reason = z
  .string()
  .trim()
  .min(20, 'Give the reason in at least 20 characters')
  .max(2000, 'The reason must be 2,000 characters or fewer')

export const proposeAboutStandardInput = z.object({
  standardVersionId: z.uuid(),
  kind: z.enum(standardDecisionKinds, 'Choose what you propose'),
  reason,
  lapseReason: text(2_000, 'The reason').default(''),
  publishedOn: day.default(null),
  effectiveOn: day.default(null),
  transitionEndsOn: day.default(null),
  deprecatedOn: day.default(null),
  retiredOn: day.default(null),
})
type Proposed = z.infer<typeof proposeAboutStandardInput>
export type ProposeAboutStandard = Pick<Proposed, 'standardVersionId' | 'kind' | 'reason'> & Partial<Proposed>
export const secondAboutStandardInput = z.object({ proposalId: z.uuid(), version: z.coerce.number().int() })
export type SecondAboutStandard = z.infer<typeof secondAboutStandardInput>

/** Ticked boxes of one name. */
export const readReplaced = (form: FormData) => form.getAll('replacesIds')
export const lookInput = z.object({ id: z.uuid(), contentSha256: z.string().regex(/^[0-9a-f]{64}$/) })
