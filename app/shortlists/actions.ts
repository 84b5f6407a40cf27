'use server'

import { redirect } from 'next/navigation'
import { addToShortlist } from '@/lib/comparison/add-to-shortlist'
import { archiveShortlist, restoreShortlist } from '@/lib/comparison/archive-shortlist'
import { createShortlist } from '@/lib/comparison/create-shortlist'
import { removeFromShortlist } from '@/lib/comparison/remove-from-shortlist'
import {
  addModuleForm,
  createShortlistInput,
  removeModuleInput,
  shortlistInput,
} from '@/lib/comparison/shortlist-schema'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function create(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = createShortlistInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await createShortlist(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/shortlists/${result.value.id}?done=created`)
}

export async function addModule(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = addModuleForm.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await addToShortlist(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/shortlists/${result.value.id}?done=added`)
}

export async function removeModule(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = removeModuleInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await removeFromShortlist(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/shortlists/${result.value.id}?done=removed`)
}

export async function archive(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = shortlistInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await archiveShortlist(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect('/shortlists?done=archived')
}

export async function restore(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = shortlistInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await restoreShortlist(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(`/shortlists/${result.value.id}?done=restored`)
}
