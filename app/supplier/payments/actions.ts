'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { recordVatInput, recordVatNumber } from '@/lib/payments/accounts/record-vat-number'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function recordVat(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = recordVatInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await recordVatNumber(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/supplier/payments?done=vat')
}
