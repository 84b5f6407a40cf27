'use server'

import { redirect } from 'next/navigation'
import { ceaseSite } from '@/lib/contracts/cease-site'
import { correctGoLive } from '@/lib/contracts/correct-go-live'
import { siteDayInput } from '@/lib/contracts/ends/end-schema'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function correct(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = siteDayInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await correctGoLive(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.contractId}?done=corrected`)
}

export async function cease(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = siteDayInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await ceaseSite(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.contractId}?done=ceased`)
}
