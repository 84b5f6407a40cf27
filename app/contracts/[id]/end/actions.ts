'use server'

import { redirect } from 'next/navigation'
import { askHoldOver } from '@/lib/contracts/ends/ask-hold-over'
import { closeContract } from '@/lib/contracts/ends/close-contract'
import { askHoldOverInput, contractMoveInput, exitItemInput } from '@/lib/contracts/ends/end-schema'
import { holdOver } from '@/lib/contracts/ends/hold-over'
import { rescindNotice } from '@/lib/contracts/ends/rescind-notice'
import { startExit } from '@/lib/contracts/ends/start-exit'
import { tickExitItem } from '@/lib/contracts/ends/tick-exit-item'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function rescind(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = contractMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await rescindNotice(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.id}/end?done=rescinded`)
}

export async function askHold(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = askHoldOverInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await askHoldOver(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.id}/end?done=hold-over-asked`)
}

export async function hold(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = contractMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await holdOver(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.id}/end?done=held-over`)
}

export async function startExitOf(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = contractMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await startExit(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.id}/end?done=exit`)
}

export async function tick(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = exitItemInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await tickExitItem(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.id}/end?done=ticked`)
}

export async function close(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = contractMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await closeContract(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.id}/end?done=closed`)
}
