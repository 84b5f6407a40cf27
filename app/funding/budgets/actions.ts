'use server'

import { redirect } from 'next/navigation'
import { rollInput, setBudgetInput } from '@/lib/funding/budget-schema'
import { setBudget } from '@/lib/funding/set-budget'
import { rollFunds } from '@/lib/funding/spend-funds'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function set(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = setBudgetInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await setBudget(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/funding/budgets/${result.value.lineId}?done=set`)
}

export async function roll(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = rollInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await rollFunds(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/funding/budgets/${result.value.lineId}?done=rolled`)
}
