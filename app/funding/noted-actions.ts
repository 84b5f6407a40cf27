'use server'

import { redirect } from 'next/navigation'
import { answerFunding, appealFunding, markFundingUrgent, reviewFunding } from '@/lib/funding/answer-funding'
import { recommendFunding, returnFunding } from '@/lib/funding/decline-funding'
import * as schema from '@/lib/funding/funding-request-schema'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function recommend(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = schema.recommendFundingInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await recommendFunding(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/funding/${result.value.id}?done=recommended`)
}

export async function giveBack(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = schema.returnFundingInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await returnFunding(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/funding/${result.value.id}?done=returned`)
}

export async function answer(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = schema.answerFundingInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await answerFunding(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/funding/${result.value.id}?done=answered`)
}

export async function appeal(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = schema.appealFundingInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await appealFunding(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/funding/${result.value.id}?done=appealed`)
}

export async function urgent(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = schema.urgentFundingInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await markFundingUrgent(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/funding/${result.value.id}?done=urgent`)
}

export async function review(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = schema.reviewFundingInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await reviewFunding(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/funding/${result.value.id}?done=reviewed`)
}
