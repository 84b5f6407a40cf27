'use server'

import { redirect } from 'next/navigation'
import { readSignedIn, requireContext } from '@/lib/identity/context'
import { changePayoutAccount } from '@/lib/payments/accounts/change-payout-account'
import { confirmPayoutAccount } from '@/lib/payments/accounts/confirm-payout-account'
import { changePayoutAccountInput, confirmPayoutAccountInput } from '@/lib/payments/accounts/payout-account-schema'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function change(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = changePayoutAccountInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await changePayoutAccount(ctx, input.data, (await readSignedIn())!.provedAt)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/supplier/payments/account?done=changed')
}

export async function confirm(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = confirmPayoutAccountInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await confirmPayoutAccount(ctx, input.data, (await readSignedIn())!.provedAt)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/supplier/payments/account?done=confirmed')
}
