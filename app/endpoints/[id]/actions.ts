'use server'

import { redirect } from 'next/navigation'
import { approveEndpoint, revokeEndpoint } from '@/lib/assurance/endpoints/approve-endpoint'
import { endpointMoveInput, revokeEndpointInput } from '@/lib/assurance/endpoints/endpoint-schema'
import { askForProof } from '@/lib/assurance/endpoints/prove-endpoint'
import { askForRun, dryRun } from '@/lib/assurance/runs/ask-for-run'
import { askForRunInput, dryRunInput } from '@/lib/assurance/runs/run-schema'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function ask(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = endpointMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await askForProof(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/endpoints/${input.data.id}?done=asked`)
}

export async function approve(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = endpointMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await approveEndpoint(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/endpoints/${input.data.id}?done=approved`)
}

export async function revoke(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = revokeEndpointInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await revokeEndpoint(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/endpoints/${input.data.id}?done=revoked`)
}

export async function tryDry(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = dryRunInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await dryRun(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/runs/${result.value.id}`)
}

export async function askRun(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = askForRunInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await askForRun(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/runs/${result.value.id}`)
}
