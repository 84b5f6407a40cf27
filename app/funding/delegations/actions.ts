'use server'

import { redirect } from 'next/navigation'
import { delegateInput, endDelegationInput } from '@/lib/funding/budget-schema'
import { delegateLimit, endDelegation } from '@/lib/funding/delegate-limit'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function delegate(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = delegateInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await delegateLimit(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/funding/delegations?done=lent')
}

export async function end(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = endDelegationInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await endDelegation(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/funding/delegations?done=ended')
}
