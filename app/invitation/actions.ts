'use server'

import { redirect } from 'next/navigation'
import { acceptInvitation } from '@/lib/identity/accept-invitation'
import { readContext } from '@/lib/identity/context'
import { acceptInput } from '@/lib/identity/person-schema'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function accept(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await readContext()
  const input = acceptInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await acceptInvitation(ctx, input.data)
  if (!result.ok && result.refusal.kind === 'invalid') return toFormState(result.refusal, form)
  if (!result.ok) return { message: 'This link has been used or is older than 7 days. Ask for a new invitation.' }
  redirect('/sign-in?done=accepted')
}
