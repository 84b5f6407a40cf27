'use server'

import { redirect } from 'next/navigation'
import { cancelPlan } from '@/lib/comparison/plans/cancel-plan'
import { createShortlistFromPlan } from '@/lib/comparison/plans/create-shortlist-from-plan'
import {
  planMoveInput,
  planQuestionInput,
  shortlistFromPlanInput,
  whatIfInput,
} from '@/lib/comparison/plans/plan-run-schema'
import { askOfPlan, requestWhatIf } from '@/lib/comparison/plans/request-plan'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import { startProjectFromPlanInput } from '@/lib/procurement/projects/project-schema'
import { startProjectFromPlan } from '@/lib/procurement/projects/start-project-from-plan'

export async function cancel(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = planMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await cancelPlan(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/shortlists/plans/${result.value.id}?done=cancelled`)
}

export async function whatIf(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = whatIfInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await requestWhatIf(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/shortlists/plans/${result.value.id}?done=${result.value.isNew ? 'asked' : 'same'}`)
}

export async function askMore(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = planQuestionInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await askOfPlan(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/shortlists/plans/${result.value.id}?done=${result.value.isNew ? 'asked' : 'same'}`)
}

export async function makeShortlists(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = shortlistFromPlanInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await createShortlistFromPlan(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/shortlists/plans/${input.data.runId}?done=shortlists`)
}

export async function startProject(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = startProjectFromPlanInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await startProjectFromPlan(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/projects/${result.value.id}?done=from-plan`)
}
