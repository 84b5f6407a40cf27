'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import { reviewAwardInput } from '@/lib/procurement/reviews/award-review-schema'
import { reviewAward } from '@/lib/procurement/reviews/review-award'

export async function review(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = reviewAwardInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await reviewAward(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/funding/reviews?done=reviewed')
}
