'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import { answerConsent } from '@/lib/procurement/call-offs/answer-consent'
import { callOffInput, consentInput, takeSuccessorInput } from '@/lib/procurement/call-offs/call-off-schema'
import { deleteCallOff } from '@/lib/procurement/call-offs/delete-call-off'
import { explainRefusedSave } from '@/lib/procurement/call-offs/explain-refused-save'
import { readSectionForm } from '@/lib/procurement/call-offs/read-section-form'
import { saveSection } from '@/lib/procurement/call-offs/save-section'
import { takeSuccessor } from '@/lib/procurement/call-offs/take-successor'

export async function save(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = await readSectionForm(form)
  if (!input) return { message: 'This form is not complete. Open the step again.' }
  const result = await saveSection(ctx, input)
  if (!result.ok) return explainRefusedSave(ctx, result.refusal, { ...input, form })
  redirect(`/call-offs/${result.value.id}?done=saved`)
}

export async function answer(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = consentInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await answerConsent(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/call-offs/${result.value.id}?done=${input.data.answer}`)
}

export async function remove(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = callOffInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await deleteCallOff(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/call-offs?done=deleted')
}

export async function take(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = takeSuccessorInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await takeSuccessor(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/call-offs/${result.value.id}?done=succeeded`)
}
