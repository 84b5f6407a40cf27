'use server'

import { redirect } from 'next/navigation'
import { confirmGoLive } from '@/lib/contracts/confirm-go-live'
import { confirmGoLiveInput, giveNoticeInput } from '@/lib/contracts/contract-schema'
import { giveNotice } from '@/lib/contracts/give-notice'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import { openSwitch } from '@/lib/switching/open-switch'
import { openSwitchForm } from '@/lib/switching/switch-schema'

export async function confirm(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = confirmGoLiveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await confirmGoLive(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.contractId}?done=confirmed`)
}

export async function give(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = giveNoticeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await giveNotice(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.id}?done=notice`)
}

export async function open(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = openSwitchForm.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await openSwitch(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/switches/${result.value.id}?done=opened`)
}
