'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { readNotificationInput } from '@/lib/notifications/bell/bell-schema'
import { readAllNotifications, readNotification } from '@/lib/notifications/bell/read-notifications'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function markRead(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = readNotificationInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await readNotification(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect('/notifications?done=read')
}

export async function markAllRead(_: FormState, _form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const result = await readAllNotifications(ctx)
  if (!result.ok) return toFormState(result.refusal)
  redirect('/notifications?done=all')
}
