'use server'

import { redirect } from 'next/navigation'
import {
  archiveSavedFilter,
  lookAtSavedFilter,
  restoreSavedFilter,
} from '@/lib/comparison/saved-filters/move-saved-filter'
import { saveFilter } from '@/lib/comparison/saved-filters/save-filter'
import { savedFilterInput, saveFilterInput } from '@/lib/comparison/saved-filters/saved-filter-schema'
import { shortlistFromFilter } from '@/lib/comparison/saved-filters/shortlist-from-filter'
import { shortlistFromFilterInput } from '@/lib/comparison/saved-filters/shortlist-from-filter-schema'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function save(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = saveFilterInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await saveFilter(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/saved-filters/${result.value.id}?done=saved`)
}

export async function look(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = savedFilterInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await lookAtSavedFilter(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(`/saved-filters/${result.value.id}?done=looked`)
}

export async function archive(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = savedFilterInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await archiveSavedFilter(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(`/saved-filters/${result.value.id}?done=archived`)
}

export async function restore(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = savedFilterInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await restoreSavedFilter(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(`/saved-filters/${result.value.id}?done=restored`)
}

export async function shortlist(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = shortlistFromFilterInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await shortlistFromFilter(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/shortlists/${result.value.id}?done=created`)
}
