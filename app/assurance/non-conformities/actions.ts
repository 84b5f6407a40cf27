'use server'

import { redirect } from 'next/navigation'
import { confirmConcern, dismissConcern } from '@/lib/assurance/non-conformities/answer-concern'
import { rejectClaim, returnPlan } from '@/lib/assurance/non-conformities/move-plan'
import { answerConcernInput, raiseSeverityInput } from '@/lib/assurance/non-conformities/non-conformity-schema'
import { rejectClaimInput, returnPlanInput } from '@/lib/assurance/non-conformities/plan-schema'
import { raiseSeverity } from '@/lib/assurance/non-conformities/raise-severity'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

const page = (form: FormData, done: string) =>
  `/assurance/non-conformities/${encodeURIComponent(String(form.get('nc') ?? form.get('id')))}?done=${done}`

export async function confirm(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = answerConcernInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await confirmConcern(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(page(form, 'confirmed'))
}

export async function dismiss(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = answerConcernInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await dismissConcern(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(page(form, 'dismissed'))
}

export async function raise(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = raiseSeverityInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await raiseSeverity(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(page(form, 'raised'))
}

export async function giveBack(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = returnPlanInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await returnPlan(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(page(form, 'returned'))
}

export async function reject(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = rejectClaimInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await rejectClaim(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(page(form, 'rejected'))
}
