'use server'

import { redirect } from 'next/navigation'
import { considerSuspensionInput } from '@/lib/assurance/clocks/clock-schema'
import { considerSuspension } from '@/lib/assurance/clocks/consider-suspension'
import { proposeDecisionInput, secondDecisionInput } from '@/lib/assurance/decisions/decision-schema'
import { proposeDecision } from '@/lib/assurance/decisions/propose-decision'
import { secondDecision } from '@/lib/assurance/decisions/second-decision'
import { getPracticeShare } from '@/lib/contracts/get-practice-share'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function propose(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = proposeDecisionInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const share = await getPracticeShare(ctx.actor, input.data.moduleVersionId)
  const result = await proposeDecision(ctx, input.data.kind, input.data, share)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/assurance/decisions?done=proposed')
}

export async function second(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = secondDecisionInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await secondDecision(ctx, input.data.kind, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect('/assurance/decisions?done=made')
}

export async function consider(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = considerSuspensionInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await considerSuspension(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/assurance/decisions?done=considered')
}
