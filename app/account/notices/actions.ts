'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { acknowledgeNotice } from '@/lib/notifications/notices/acknowledge-notice'
import { acknowledgeNoticeInput } from '@/lib/notifications/notices/notice-schema'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function acknowledge(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = acknowledgeNoticeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await acknowledgeNotice(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect('/account/notices?done=acknowledged')
}
