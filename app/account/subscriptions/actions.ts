'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { subscribe } from '@/lib/notifications/subscriptions/subscribe'
import { subscribeInput, unsubscribeInput } from '@/lib/notifications/subscriptions/subscription-schema'
import { unsubscribe } from '@/lib/notifications/subscriptions/unsubscribe'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function add(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = subscribeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await subscribe(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/account/subscriptions?done=added')
}

export async function end(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = unsubscribeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await unsubscribe(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect('/account/subscriptions?done=ended')
}
