'use server'

import { notFound, redirect } from 'next/navigation'
import { referenceKind } from '@/lib/assurance/reference-kinds'
import { mayKeepReference } from '@/lib/catalogue/reference-policy'
import { requireContext } from '@/lib/identity/context'
import { addRow } from '@/lib/platform/corrections/add-row'
import { correctRow } from '@/lib/platform/corrections/correct-row'
import { addRowInput, correctRowInput, giveBackInput, readRow } from '@/lib/platform/corrections/correction-schema'
import { giveBack } from '@/lib/platform/corrections/give-back'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function correct(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const kind = referenceKind(String(form.get('kind'))) ?? notFound()
  const input = correctRowInput.safeParse(readRow(form))
  if (!input.success) return invalid(input.error, form)
  const result = await correctRow(ctx, mayKeepReference(ctx.actor), kind, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  const done = result.value.changed > 0 ? 'corrected' : 'same'
  redirect(`/admin/reference/${kind.slug}/${encodeURIComponent(input.data.address)}?done=${done}`)
}

export async function add(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const kind = referenceKind(String(form.get('kind'))) ?? notFound()
  const input = addRowInput.safeParse(readRow(form))
  if (!input.success) return invalid(input.error, form)
  const result = await addRow(ctx, mayKeepReference(ctx.actor), kind, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/admin/reference/${kind.slug}/${encodeURIComponent(result.value.address)}?done=added`)
}

export async function giveItBack(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const kind = referenceKind(String(form.get('kind'))) ?? notFound()
  const input = giveBackInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await giveBack(ctx, mayKeepReference(ctx.actor), kind, input.data)
  if (!result.ok) return toFormState(result.refusal)
  redirect(`/admin/reference/${kind.slug}/${encodeURIComponent(result.value.address)}?done=given`)
}
