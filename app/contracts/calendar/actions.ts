'use server'

import { redirect } from 'next/navigation'
import { revokeCalendar, revokeInput, subscribeToCalendar } from '@/lib/contracts/calendar/subscribe'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function subscribe(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const result = await subscribeToCalendar(ctx)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/contracts/calendar?done=made')
}

export async function revoke(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = revokeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await revokeCalendar(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/contracts/calendar?done=revoked')
}
