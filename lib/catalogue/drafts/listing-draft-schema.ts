import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { products } from '../listing'
import type { Raw } from './draft-section'
import { rawOf, sectionOf } from './listing-draft-journey'

const day = (words: string) => z.string().trim().refine(isDay, words)
const moved = { id: z.uuid(), version: z.coerce.number().int() }

/** What the moves without further words ask for: which draft, as it was seen. */
export const draftMoveInput = z.object(moved)

export const startDraftInput = z.object({
  moduleId: z.union([z.literal(''), z.uuid()]).default(''),
  supplierId: z.uuid('Choose a supplier'),
  /** Of a new listing only: a copy stays what it was. */
  product: z.enum(products).default('module'),
  moduleVersion: z
    .string()
    .trim()
    .regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'Enter a version like 2.0.0'),
})
export const returnDraftInput = z.object({
  ...moved,
  comments: z
    .array(z.object({ section: z.string().min(1).max(40), text: z.string().trim().min(1).max(1000) }))
    .min(1, 'Write a comment on at least one section'),
})
export const answerCommentInput = z.object({
  ...moved,
  commentId: z.uuid(),
  text: z.string().trim().min(1, 'Write your answer').max(1000, 'The answer must be 1,000 characters or fewer'),
})
export const approveDraftInput = z.object({ ...moved, publishOn: day('Enter the day of publication') })
export const withdrawListingInput = z.object({
  moduleId: z.uuid(),
  lastOrderDay: day('Enter the last day for new orders'),
})

export type DraftMove = z.infer<typeof draftMoveInput>
export type StartDraft = z.input<typeof startDraftInput> & { moduleId: string }
export type ReturnDraft = z.infer<typeof returnDraftInput>
export type AnswerComment = z.infer<typeof answerCommentInput>
export type ApproveDraft = z.infer<typeof approveDraftInput>
export type WithdrawListing = z.infer<typeof withdrawListingInput>

/** A reviewer's form has one box a section, named `comment-<section>`; empty boxes say nothing. */
export const readComments = (form: FormData): { section: string; text: string }[] =>
  [...form.entries()].flatMap(([name, text]) =>
    name.startsWith('comment-') && typeof text === 'string' && text.trim() !== ''
      ? [{ section: name.slice('comment-'.length), text }]
      : [],
  )

/** A section's form names its draft, the version that was seen, and the section; the rest are the section's own fields. */
export function readSectionForm(form: FormData): (DraftMove & { section: string; raw: Raw }) | undefined {
  const section = sectionOf(String(form.get('section') ?? ''))
  const move = draftMoveInput.safeParse({ id: form.get('id'), version: form.get('version') })
  if (!section || !move.success) return undefined
  return { ...move.data, section: section.slug, raw: rawOf(section, form) }
}
