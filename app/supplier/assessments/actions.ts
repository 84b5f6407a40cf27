'use server'

import { redirect } from 'next/navigation'
import { answerEpics } from '@/lib/assurance/assessments/answer-epics'
import { answerEpicsInput, assessmentMoveInput, readAnswers } from '@/lib/assurance/assessments/assessment-schema'
import { submitAssessment } from '@/lib/assurance/assessments/submit-assessment'
import { withdrawClaim } from '@/lib/assurance/assessments/withdraw-claim'
import { addEvidence } from '@/lib/assurance/evidence/add-evidence'
import { addEvidenceInput } from '@/lib/assurance/evidence/evidence-schema'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function answer(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = answerEpicsInput.safeParse({ ...Object.fromEntries(form), answers: readAnswers(form) })
  if (!input.success) return invalid(input.error, form)
  const result = await answerEpics(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/supplier/assessments/${input.data.id}?done=answered`)
}

export async function evidence(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = addEvidenceInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const { file, ...given } = input.data
  const bytes = new Uint8Array(await file.arrayBuffer())
  const result = await addEvidence(ctx, { ...given, fileName: file.name, bytes })
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/supplier/assessments/${given.id}?done=evidence`)
}

export async function submit(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = assessmentMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await submitAssessment(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(`/supplier/assessments/${input.data.id}?done=submitted`)
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = assessmentMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await withdrawClaim(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(`/supplier/assessments/${input.data.id}?done=withdrawn`)
}
