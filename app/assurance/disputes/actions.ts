'use server'

import { redirect } from 'next/navigation'
import { rejectDisputeInput } from '@/lib/assurance/disputes/dispute-schema'
import { rejectDispute } from '@/lib/assurance/disputes/reject-dispute'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function reject(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = rejectDisputeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await rejectDispute(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/assurance/disputes?done=rejected')
}
