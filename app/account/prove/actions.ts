'use server'

import { redirect } from 'next/navigation'
import { readSignedIn, requireContext } from '@/lib/identity/context'
import { ownPath } from '@/lib/identity/own-path'
import { proveAgain } from '@/lib/identity/prove-again'
import { type FormState, toFormState } from '@/lib/platform/form-state'

export async function prove(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const { tokenHash } = (await readSignedIn())!
  const result = await proveAgain(ctx, { tokenHash, password: String(form.get('password') ?? '') })
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(ownPath(String(form.get('back') ?? '/account')))
}
