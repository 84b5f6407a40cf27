'use server'

import { redirect } from 'next/navigation'
import { askForAssessment } from '@/lib/assurance/refresh/ask-for-assessment'
import { askInput, redeclareInput } from '@/lib/assurance/refresh/obligation-schema'
import { redeclareRequirement } from '@/lib/assurance/refresh/redeclare-requirement'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function declareAgain(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = redeclareInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await redeclareRequirement(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/supplier/obligations?done=declared')
}

export async function askToBeAssessed(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = askInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await askForAssessment(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/supplier/assessments/${result.value.assessmentId}?done=asked`)
}
