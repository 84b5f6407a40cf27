'use server'

import { redirect } from 'next/navigation'
import { raiseChallengeInput } from '@/lib/assurance/challenges/challenge-schema'
import { raiseChallenge } from '@/lib/assurance/challenges/raise-challenge'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function raise(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = raiseChallengeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await raiseChallenge(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/watch?done=challenged')
}
