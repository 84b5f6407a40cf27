'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import { awardCompetition } from '@/lib/procurement/competitions/award-competition'
import { inviteEvaluator, releaseEvaluator } from '@/lib/procurement/competitions/change-evaluators'
import { closeScoring } from '@/lib/procurement/competitions/close-scoring'
import {
  awardInput,
  closeScoringInput,
  criteriaInput,
  interestsInput,
  inviteInput,
  offerInput,
  openForm,
  releaseInput,
  scoresForm,
  withdrawInput,
} from '@/lib/procurement/competitions/competition-schema'
import { declareInterests } from '@/lib/procurement/competitions/declare-interests'
import { editCriteria } from '@/lib/procurement/competitions/edit-criteria'
import { makeOffer, withdrawOffer } from '@/lib/procurement/competitions/make-offer'
import { openCompetition } from '@/lib/procurement/competitions/open-competition'
import { recordScores } from '@/lib/procurement/competitions/record-scores'

export async function saveCriteria(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const lists = { types: form.getAll('types'), days: form.getAll('days') }
  const input = criteriaInput.safeParse({ ...Object.fromEntries(form), ...lists })
  if (!input.success) return invalid(input.error, form)
  const result = await editCriteria(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/projects/${result.value.id}/criteria?done=criteria`)
}

export async function open(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = openForm.safeParse({ ...Object.fromEntries(form), entrants: form.getAll('entrants') })
  if (!input.success) return invalid(input.error, form)
  const result = await openCompetition(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/competitions/${result.value.id}?done=open`)
}

export async function offer(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = offerInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await makeOffer(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/competitions/${result.value.id}?done=offered`)
}

export async function withdraw(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = withdrawInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await withdrawOffer(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/competitions/${result.value.id}?done=withdrawn`)
}

export async function invite(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = inviteInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await inviteEvaluator(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/competitions/${result.value.id}?done=invited`)
}

export async function release(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = releaseInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await releaseEvaluator(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/competitions/${result.value.id}?done=released`)
}

export async function declare(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = interestsInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await declareInterests(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/competitions/${result.value.id}?done=declared`)
}

export async function score(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = scoresForm.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await recordScores(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/competitions/${result.value.id}?done=scored`)
}

export async function close(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = closeScoringInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await closeScoring(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/competitions/${result.value.id}?done=closed`)
}

export async function award(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = awardInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await awardCompetition(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/projects/${result.value.id}?done=decided`)
}
