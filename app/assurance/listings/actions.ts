'use server'

import { redirect } from 'next/navigation'
import { approveListing } from '@/lib/catalogue/drafts/approve-listing'
import {
  approveDraftInput,
  draftMoveInput,
  readComments,
  returnDraftInput,
} from '@/lib/catalogue/drafts/listing-draft-schema'
import { returnListing } from '@/lib/catalogue/drafts/return-listing'
import { startReview } from '@/lib/catalogue/drafts/start-review'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function takeUp(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = draftMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await startReview(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(`/assurance/listings/${input.data.id}?done=taken`)
}

export async function giveBack(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = returnDraftInput.safeParse({ ...Object.fromEntries(form), comments: readComments(form) })
  if (!input.success) return invalid(input.error, form)
  const result = await returnListing(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/assurance/listings?done=returned')
}

export async function approve(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = approveDraftInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await approveListing(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/assurance/listings?done=${result.value.state}`)
}
