'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import { answerProposal } from '@/lib/procurement/call-offs/proposals/answer-proposal'
import { answerProposalInput, proposeInput } from '@/lib/procurement/call-offs/proposals/proposal-schema'
import { proposeTerms } from '@/lib/procurement/call-offs/proposals/propose-terms'
import { readSectionForm } from '@/lib/procurement/call-offs/read-section-form'

export async function propose(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = proposeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const { raw = {} } = (await readSectionForm(form)) ?? {}
  const result = await proposeTerms(ctx, { ...input.data, raw })
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/supplier/orders/${result.value.id}?done=proposed`)
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = answerProposalInput.safeParse({ ...Object.fromEntries(form), command: 'withdraw' })
  if (!input.success) return invalid(input.error, form)
  const result = await answerProposal(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/supplier/orders/${result.value.id}?done=proposal-withdraw`)
}
