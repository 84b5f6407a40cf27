'use server'

import { redirect } from 'next/navigation'
import { proposeEpicInput, withdrawEpicInput } from '@/lib/catalogue/epics/epic-proposal-schema'
import { proposeEpic, withdrawEpic } from '@/lib/catalogue/epics/propose-epic'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function propose(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = proposeEpicInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await proposeEpic(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/supplier/epics?done=proposed')
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = withdrawEpicInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await withdrawEpic(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect('/supplier/epics?done=withdrawn')
}
