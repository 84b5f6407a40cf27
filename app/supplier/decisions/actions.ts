'use server'

import { redirect } from 'next/navigation'
import { lodgeAppealInput } from '@/lib/assurance/appeals/appeal-schema'
import { lodgeAppeal } from '@/lib/assurance/appeals/lodge-appeal'
import { raiseDisputeInput } from '@/lib/assurance/disputes/dispute-schema'
import { raiseDispute } from '@/lib/assurance/disputes/raise-dispute'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function appeal(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = lodgeAppealInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await lodgeAppeal(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/supplier/decisions?done=appealed')
}

export async function dispute(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = raiseDisputeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await raiseDispute(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/supplier/decisions?done=disputed')
}
