'use server'

import { redirect } from 'next/navigation'
import { declineFunding, withdrawFunding } from '@/lib/funding/decline-funding'
import { approveFundingInput, declineFundingInput, withdrawFundingInput } from '@/lib/funding/funding-request-schema'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import { approveOrder } from '@/lib/procurement/call-offs/approve-order'

export async function approve(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = approveFundingInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await approveOrder(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/funding/${result.value.id}?done=approved`)
}

export async function decline(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = declineFundingInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await declineFunding(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/funding/${result.value.id}?done=declined`)
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = withdrawFundingInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await withdrawFunding(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/funding/${result.value.id}?done=withdrawn`)
}
