'use server'

import { redirect } from 'next/navigation'
import { makeDeclarationInput } from '@/lib/catalogue/declarations/declaration-schema'
import { makeDeclaration } from '@/lib/catalogue/declarations/make-declaration'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function declare(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = makeDeclarationInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await makeDeclaration(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/supplier/declaration?done=${result.value.state}`)
}
