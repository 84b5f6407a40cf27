'use server'

import { redirect } from 'next/navigation'
import { dryRun } from '@/lib/assurance/runs/ask-for-run'
import { dryRunInput, runMoveInput } from '@/lib/assurance/runs/run-schema'
import { stopRun } from '@/lib/assurance/runs/stop-run'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function stop(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = runMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await stopRun(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/runs/${input.data.id}`)
}

export async function repeat(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = dryRunInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await dryRun(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/runs/${result.value.id}`)
}
