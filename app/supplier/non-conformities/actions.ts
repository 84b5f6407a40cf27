'use server'

import { redirect } from 'next/navigation'
import { claimDone, startPlan, tickMilestone } from '@/lib/assurance/non-conformities/move-plan'
import { statementInput } from '@/lib/assurance/non-conformities/non-conformity-schema'
import {
  planMoveInput,
  proposePlanInput,
  readMilestones,
  tickInput,
} from '@/lib/assurance/non-conformities/plan-schema'
import { proposePlan } from '@/lib/assurance/non-conformities/propose-plan'
import { statePublicly } from '@/lib/assurance/non-conformities/state-publicly'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

const page = (form: FormData, done: string) =>
  `/supplier/non-conformities/${encodeURIComponent(String(form.get('nc') ?? form.get('id')))}?done=${done}`

export async function state(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = statementInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await statePublicly(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(page(form, 'stated'))
}

export async function propose(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = proposePlanInput.safeParse({ ...Object.fromEntries(form), milestones: readMilestones(form) })
  if (!input.success) return invalid(input.error, form)
  const result = await proposePlan(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(page(form, 'proposed'))
}

export async function start(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = planMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await startPlan(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(page(form, 'started'))
}

export async function tick(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = tickInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await tickMilestone(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(page(form, 'ticked'))
}

export async function claim(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = planMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await claimDone(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(page(form, 'claimed'))
}
