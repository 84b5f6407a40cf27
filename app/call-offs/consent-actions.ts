'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import { acceptInput, acknowledgeInput, narrowInput } from '@/lib/procurement/call-offs/call-off-schema'
import { acceptInWriting, acknowledgePoints } from '@/lib/procurement/call-offs/consent-to-gate'
import { narrowCallOff } from '@/lib/procurement/call-offs/narrow-call-off'

export async function acknowledge(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = acknowledgeInput.safeParse({ id: form.get('id'), items: form.getAll('items') })
  if (!input.success) return invalid(input.error, form)
  const result = await acknowledgePoints(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/call-offs/${result.value.id}?done=acknowledged`)
}

export async function accept(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = acceptInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await acceptInWriting(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/call-offs/${result.value.id}?done=accepted`)
}

export async function narrow(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = narrowInput.safeParse({ ...Object.fromEntries(form), capabilityIds: form.getAll('capabilityIds') })
  if (!input.success) return invalid(input.error, form)
  const result = await narrowCallOff(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/call-offs/${result.value.id}?done=narrowed`)
}
