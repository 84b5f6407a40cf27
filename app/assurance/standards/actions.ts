'use server'

import { redirect } from 'next/navigation'
import { classifyRequirements } from '@/lib/assurance/refresh/classify-requirements'
import { readDifference } from '@/lib/assurance/refresh/difference-schema'
import { lookAtPreview } from '@/lib/assurance/refresh/look-at-preview'
import { draftStandardVersion } from '@/lib/assurance/standards/draft-standard-version'
import {
  editStandardVersion,
  removeRequirement,
  writeRequirement,
} from '@/lib/assurance/standards/edit-standard-version'
import { proposeStandardDecision } from '@/lib/assurance/standards/propose-standard-decision'
import { secondStandardDecision } from '@/lib/assurance/standards/second-standard-decision'
import {
  draftHeadInput,
  draftInput,
  draftMoveInput,
  draftRequirementInput,
  lookInput,
  proposeAboutStandardInput,
  readReplaced,
  removeRequirementInput,
  secondAboutStandardInput,
} from '@/lib/assurance/standards/standard-draft-schema'
import { listModuleUsage } from '@/lib/contracts/list-module-usage'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

const base = '/assurance/standards'

export async function begin(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = draftInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await draftStandardVersion(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`${base}/${result.value.id}?done=begun`)
}

export async function saveHead(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = draftHeadInput.safeParse({ ...Object.fromEntries(form), replacesIds: readReplaced(form) })
  if (!input.success) return invalid(input.error, form)
  const result = await editStandardVersion(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`${base}/${input.data.id}?done=saved`)
}

export async function saveRequirement(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = draftRequirementInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await writeRequirement(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`${base}/${input.data.id}/requirements?done=saved`)
}

export async function dropRequirement(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = removeRequirementInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await removeRequirement(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`${base}/${input.data.id}/requirements?done=removed`)
}

export async function classify(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = draftMoveInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await classifyRequirements(ctx, { ...input.data, decided: readDifference(form) })
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`${base}/${input.data.id}/difference?done=saved`)
}

export async function look(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = lookInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await lookAtPreview(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`${base}/${input.data.id}?done=looked`)
}

export async function propose(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = proposeAboutStandardInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await proposeStandardDecision(ctx, input.data, await listModuleUsage(ctx))
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`${base}?done=proposed`)
}

export async function second(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = secondAboutStandardInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await secondStandardDecision(ctx, input.data, await listModuleUsage(ctx))
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`${base}?done=made`)
}
