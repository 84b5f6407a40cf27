'use server'

import { redirect } from 'next/navigation'
import { readContext } from '@/lib/identity/context'
import { nameNewPassword } from '@/lib/identity/name-new-password'
import { newPasswordInput } from '@/lib/identity/person-schema'
import { type FormState, invalid } from '@/lib/platform/form-state'

export async function save(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await readContext()
  const input = newPasswordInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await nameNewPassword(ctx, input.data)
  if (!result.ok) return { message: 'This link has been used or is older than an hour. Ask for a new one.' }
  redirect('/sign-in?done=password')
}
