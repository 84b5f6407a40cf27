'use server'

import { redirect } from 'next/navigation'
import { decideDeclaration } from '@/lib/catalogue/declarations/decide-declaration'
import { decideDeclarationInput } from '@/lib/catalogue/declarations/declaration-schema'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function decide(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = decideDeclarationInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await decideDeclaration(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/assurance/declarations?done=decided')
}
