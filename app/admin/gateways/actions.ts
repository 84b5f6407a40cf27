'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { addGatewayKeyInput, revokeGatewayKeyInput } from '@/lib/payments/usage/gateway-key-schema'
import { addGatewayKey, revokeGatewayKey } from '@/lib/payments/usage/keep-gateway-keys'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function add(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = addGatewayKeyInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await addGatewayKey(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/admin/gateways?done=added')
}

export async function revoke(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = revokeGatewayKeyInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await revokeGatewayKey(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/admin/gateways?done=revoked')
}
