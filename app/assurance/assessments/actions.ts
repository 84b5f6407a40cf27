'use server'

import { redirect } from 'next/navigation'
import {
  assessmentMoveInput,
  findInput,
  returnAssessmentInput,
  sendBackInput,
  signInput,
} from '@/lib/assurance/assessments/assessment-schema'
import { findRequirements } from '@/lib/assurance/assessments/find-requirements'
import { finishAssessment } from '@/lib/assurance/assessments/finish-assessment'
import { passAssessment, readyAssessment } from '@/lib/assurance/assessments/pass-assessment'
import { returnAssessment } from '@/lib/assurance/assessments/return-assessment'
import { sendBackFindings, signFindings } from '@/lib/assurance/assessments/sign-findings'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function pass(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = assessmentMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await passAssessment(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(`/assurance/assessments/${input.data.id}?done=passed`)
}

export async function ready(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = assessmentMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await readyAssessment(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(`/assurance/assessments/${input.data.id}?done=passed`)
}

export async function finish(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = assessmentMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await finishAssessment(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(`/assurance/assessments/${input.data.id}?done=finished`)
}

export async function giveBack(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = returnAssessmentInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await returnAssessment(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/assurance/assessments/${input.data.id}?done=passed`)
}

export async function find(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const many = { subjects: form.getAll('subjects'), evidenceIds: form.getAll('evidenceIds') }
  const input = findInput.safeParse({ ...Object.fromEntries(form), ...many })
  if (!input.success) return invalid(input.error, form)
  const result = await findRequirements(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/assurance/assessments/${input.data.id}?done=found`)
}

export async function sign(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = signInput.safeParse({ id: form.get('id'), findingIds: form.getAll('findingIds') })
  if (!input.success) return invalid(input.error, form)
  const result = await signFindings(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/assurance/assessments/${input.data.id}?done=signed`)
}

export async function sendBack(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = sendBackInput.safeParse({ ...Object.fromEntries(form), findingIds: form.getAll('findingIds') })
  if (!input.success) return invalid(input.error, form)
  const result = await sendBackFindings(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/assurance/assessments/${input.data.id}?done=sent-back`)
}
