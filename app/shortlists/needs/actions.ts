'use server'

import { redirect } from 'next/navigation'
import { archiveNeedsProfile, restoreNeedsProfile } from '@/lib/comparison/needs-profiles/archive-needs-profile'
import { copyNeedsProfile } from '@/lib/comparison/needs-profiles/copy-needs-profile'
import { createNeedsProfile } from '@/lib/comparison/needs-profiles/create-needs-profile'
import { explainRefusedNeeds } from '@/lib/comparison/needs-profiles/explain-refused-needs'
import { copyNeedsInput, createNeedsInput, needsMoveInput } from '@/lib/comparison/needs-profiles/needs-profile-schema'
import { readNeedsForm } from '@/lib/comparison/needs-profiles/read-needs-form'
import { saveNeedsSection } from '@/lib/comparison/needs-profiles/save-needs-section'
import { shareNeedsProfile, unshareNeedsProfile } from '@/lib/comparison/needs-profiles/share-needs-profile'
import { requestPlanInput } from '@/lib/comparison/plans/plan-run-schema'
import { requestPlan } from '@/lib/comparison/plans/request-plan'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function create(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = createNeedsInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await createNeedsProfile(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/shortlists/needs/${result.value.id}?done=created`)
}

export async function save(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = await readNeedsForm(ctx, form)
  if (!input) return { message: 'This form is not complete. Open the step again.' }
  const result = await saveNeedsSection(ctx, input)
  if (!result.ok) return explainRefusedNeeds(ctx, result.refusal, input, form)
  redirect(`/shortlists/needs/${result.value.id}?done=saved`)
}

export async function copy(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = copyNeedsInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await copyNeedsProfile(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/shortlists/needs/${result.value.id}?done=copied`)
}

export async function share(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = needsMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await shareNeedsProfile(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/shortlists/needs/${result.value.id}?done=shared`)
}

export async function unshare(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = needsMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await unshareNeedsProfile(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/shortlists/needs/${result.value.id}?done=unshared`)
}

export async function archive(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = needsMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await archiveNeedsProfile(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/shortlists/needs?done=archived')
}

export async function restore(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = needsMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await restoreNeedsProfile(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/shortlists/needs/${result.value.id}?done=restored`)
}

export async function ask(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = requestPlanInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await requestPlan(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/shortlists/plans/${result.value.id}?done=${result.value.isNew ? 'asked' : 'same'}`)
}
