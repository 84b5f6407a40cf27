'use server'

import { redirect } from 'next/navigation'
import { saveComparison } from '@/lib/comparison/saved-comparisons/save-comparison'
import { saveComparisonInput } from '@/lib/comparison/saved-comparisons/saved-comparison-schema'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function save(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = saveComparisonInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await saveComparison(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/saved-comparisons/${result.value.id}?done=saved`)
}
