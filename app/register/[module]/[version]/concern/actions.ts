'use server'

import { redirect } from 'next/navigation'
import { raiseConcernInput } from '@/lib/assurance/non-conformities/non-conformity-schema'
import { raiseConcern } from '@/lib/assurance/non-conformities/raise-concern'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function raise(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = raiseConcernInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await raiseConcern(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/watch?done=raised')
}
