'use server'

import { redirect } from 'next/navigation'
import {
  askMoneyInput,
  changeMoveInput,
  changeNoticeInput,
  proposeChangeInput,
  rejectChangeInput,
} from '@/lib/contracts/changes/change-schema'
import { askForMoney } from '@/lib/contracts/changes/fund-change'
import { makeChangeEffective } from '@/lib/contracts/changes/make-change-effective'
import { proposeChange } from '@/lib/contracts/changes/propose-change'
import { recordChangeNotice } from '@/lib/contracts/changes/record-change-notice'
import { rejectChange } from '@/lib/contracts/changes/reject-change'
import { signChange } from '@/lib/contracts/changes/sign-change'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function propose(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = proposeChangeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await proposeChange(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.contractId}/changes?done=proposed`)
}

export async function ask(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = askMoneyInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await askForMoney(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.contractId}/changes?done=funding-asked`)
}

export async function sign(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = changeMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await signChange(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.contractId}/changes?done=signed`)
}

export async function notice(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = changeNoticeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await recordChangeNotice(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.contractId}/changes?done=notice`)
}

export async function effect(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = changeMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await makeChangeEffective(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.contractId}/changes?done=effective`)
}

export async function reject(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = rejectChangeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await rejectChange(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/contracts/${result.value.contractId}/changes?done=rejected`)
}
