'use server'

import { redirect } from 'next/navigation'
import { readSignedIn, requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import {
  callOffInput,
  issueInput,
  refuseInput,
  requestFundingInput,
  signInput,
} from '@/lib/procurement/call-offs/call-off-schema'
import { issueCallOff } from '@/lib/procurement/call-offs/issue-call-off'
import { refuseCallOff } from '@/lib/procurement/call-offs/refuse-call-off'
import { reopenCallOff } from '@/lib/procurement/call-offs/reopen-call-off'
import { requestFunding } from '@/lib/procurement/call-offs/request-funding'
import { signCallOff } from '@/lib/procurement/call-offs/sign-call-off'

export async function ask(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = requestFundingInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await requestFunding(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/call-offs/${result.value.id}?done=${result.value.state === 'funded' ? 'free' : 'asked'}`)
}

export async function issue(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = issueInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await issueCallOff(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/call-offs/${result.value.id}?done=${input.data.standstill ? 'standstill' : 'issued'}`)
}

export async function reopen(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = callOffInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await reopenCallOff(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/call-offs/${result.value.id}?done=reopened`)
}

export async function sign(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = signInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await signCallOff(ctx, input.data, (await readSignedIn())!.provedAt)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/call-offs/${result.value.id}?done=signed`)
}

export async function refuse(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = refuseInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await refuseCallOff(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/call-offs/${result.value.id}?done=refused`)
}
