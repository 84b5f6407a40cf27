'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { chooseRhythmsInput } from '@/lib/notifications/bell/bell-schema'
import { chooseRhythms } from '@/lib/notifications/bell/choose-rhythms'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function choose(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = chooseRhythmsInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await chooseRhythms(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/account/notifications?done=saved')
}
