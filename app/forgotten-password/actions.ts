'use server'

import { redirect } from 'next/navigation'
import { askForPassword } from '@/lib/identity/ask-for-password'
import { readContext } from '@/lib/identity/context'
import { askForPasswordInput } from '@/lib/identity/person-schema'
import { env } from '@/lib/platform/env'
import { type FormState, invalid } from '@/lib/platform/form-state'

export async function ask(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await readContext()
  const input = askForPasswordInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  await askForPassword(ctx, input.data, env().publicUrl)
  redirect('/forgotten-password?done=asked')
}
