'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { recordSuccession, successionInput } from '@/lib/identity/record-succession'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function enter(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = successionInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await recordSuccession(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/admin/successions?done=entered')
}
