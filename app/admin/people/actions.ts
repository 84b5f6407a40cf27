'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { endGrant } from '@/lib/identity/end-grant'
import { invitePerson } from '@/lib/identity/invite-person'
import { endGrantInput, invitationInput } from '@/lib/identity/person-schema'
import { env } from '@/lib/platform/env'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function invite(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = invitationInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await invitePerson(ctx, input.data, env().publicUrl)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/admin/people?done=invited')
}

export async function end(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = endGrantInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await endGrant(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/admin/people?done=ended')
}
