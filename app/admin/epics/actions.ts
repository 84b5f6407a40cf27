'use server'

import { redirect } from 'next/navigation'
import { decideEpic } from '@/lib/catalogue/epics/decide-epic'
import { decideEpicInput } from '@/lib/catalogue/epics/epic-proposal-schema'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function decide(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = decideEpicInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await decideEpic(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/admin/epics?done=${input.data.verdict}`)
}
