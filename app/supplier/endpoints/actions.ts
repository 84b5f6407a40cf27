'use server'

import { redirect } from 'next/navigation'
import { enterEndpointInput } from '@/lib/assurance/endpoints/endpoint-schema'
import { enterEndpoint } from '@/lib/assurance/endpoints/enter-endpoint'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function enter(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = enterEndpointInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await enterEndpoint(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/endpoints/${result.value.id}?done=saved`)
}
