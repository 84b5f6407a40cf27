'use server'

import { redirect } from 'next/navigation'
import { acceptChallenge, declineChallenge } from '@/lib/assurance/challenges/answer-challenge'
import { answerChallengeInput } from '@/lib/assurance/challenges/challenge-schema'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function accept(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = answerChallengeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await acceptChallenge(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/assurance/challenges?done=${result.value.runId ? 'tested' : 'accepted'}`)
}

export async function decline(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = answerChallengeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await declineChallenge(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/assurance/challenges?done=declined')
}
