'use server'

import { redirect } from 'next/navigation'
import { answerComment } from '@/lib/catalogue/drafts/answer-comment'
import { discardDraft } from '@/lib/catalogue/drafts/discard-draft'
import { explainRefusedSave } from '@/lib/catalogue/drafts/explain-refused-save'
import {
  answerCommentInput,
  draftMoveInput,
  readSectionForm,
  startDraftInput,
  withdrawListingInput,
} from '@/lib/catalogue/drafts/listing-draft-schema'
import { recallListing } from '@/lib/catalogue/drafts/recall-listing'
import { saveSection } from '@/lib/catalogue/drafts/save-section'
import { startDraft } from '@/lib/catalogue/drafts/start-draft'
import { submitListing } from '@/lib/catalogue/drafts/submit-listing'
import { withdrawListing } from '@/lib/catalogue/drafts/withdraw-listing'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function start(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = startDraftInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await startDraft(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/supplier/listings/${result.value.id}`)
}

export async function save(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = readSectionForm(form)
  if (!input) return { message: 'This form is not complete. Open the section again.' }
  const result = await saveSection(ctx, input)
  if (!result.ok) return explainRefusedSave(ctx, result.refusal, input)
  const address = `/supplier/listings/${input.id}`
  redirect(form.get('then') === 'stay' ? `${address}/${input.section}?done=saved` : `${address}?done=saved`)
}

export async function submit(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = draftMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await submitListing(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(`/supplier/listings/${input.data.id}?done=submitted`)
}

export async function recall(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = draftMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await recallListing(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(`/supplier/listings/${input.data.id}?done=recalled`)
}

export async function discard(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = draftMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await discardDraft(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect('/supplier?done=discarded')
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = withdrawListingInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await withdrawListing(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/supplier?done=withdrawn')
}

export async function answer(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = answerCommentInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await answerComment(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/supplier/listings/${input.data.id}?done=answered`)
}
