'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import { callOffInput } from '@/lib/procurement/call-offs/call-off-schema'
import { answerProposal } from '@/lib/procurement/call-offs/proposals/answer-proposal'
import { answerProposalInput } from '@/lib/procurement/call-offs/proposals/proposal-schema'
import { shareCallOff } from '@/lib/procurement/call-offs/proposals/share-call-off'

export async function share(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = callOffInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await shareCallOff(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/call-offs/${result.value.id}?done=shared`)
}

export async function answerTerm(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = answerProposalInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await answerProposal(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/call-offs/${result.value.id}?done=proposal-${input.data.command}`)
}
