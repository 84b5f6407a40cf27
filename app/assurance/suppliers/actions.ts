'use server'

import { redirect } from 'next/navigation'
import { addSupplierName } from '@/lib/catalogue/suppliers/add-supplier-name'
import { acceptSupplier, refuseSupplier } from '@/lib/catalogue/suppliers/decide-supplier-request'
import { endSupplierName } from '@/lib/catalogue/suppliers/end-supplier-name'
import {
  acceptSupplierInput,
  refuseSupplierInput,
  suspendSupplierInput,
} from '@/lib/catalogue/suppliers/supplier-account-schema'
import { addSupplierNameInput, endSupplierNameInput } from '@/lib/catalogue/suppliers/supplier-name-schema'
import { reinstateSupplier, suspendSupplier } from '@/lib/catalogue/suppliers/suspend-supplier'
import { requireContext } from '@/lib/identity/context'
import { env } from '@/lib/platform/env'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function accept(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = acceptSupplierInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error)
  const result = await acceptSupplier(ctx, input.data, env().publicUrl)
  if (!result.ok) return toFormState(result.refusal)
  redirect('/assurance/suppliers?done=accepted')
}

export async function refuse(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = refuseSupplierInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await refuseSupplier(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/assurance/suppliers?done=refused')
}

export async function suspend(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = suspendSupplierInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await suspendSupplier(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/assurance/suppliers?done=suspended')
}

export async function reinstate(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = suspendSupplierInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await reinstateSupplier(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/assurance/suppliers?done=reinstated')
}

export async function addName(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = addSupplierNameInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await addSupplierName(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/assurance/suppliers/${result.value.supplierId}?done=named`)
}

export async function endName(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = endSupplierNameInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await endSupplierName(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/assurance/suppliers/${result.value.supplierId}?done=ended`)
}
