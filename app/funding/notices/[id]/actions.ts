'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import { publishNoticeInput, waiveNoticeInput } from '@/lib/procurement/notices/notice-obligation-schema'
import { publishNotice, waiveNotice } from '@/lib/procurement/notices/settle-notice'

export async function publish(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = publishNoticeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await publishNotice(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/funding/notices/${result.value.id}?done=published`)
}

export async function waive(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = waiveNoticeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await waiveNotice(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/funding/notices/${result.value.id}?done=waived`)
}
