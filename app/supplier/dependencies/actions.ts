'use server'

import { redirect } from 'next/navigation'
import { answerDependency } from '@/lib/catalogue/dependencies/answer-dependency'
import { answerDependencyInput } from '@/lib/catalogue/dependencies/dependency-schema'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function answer(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = answerDependencyInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await answerDependency(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/supplier/dependencies?done=${result.value.state}`)
}
