'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { answerBacs } from '@/lib/payments/bacs/answer-bacs'
import { answerBacsInput, recordBacsInput } from '@/lib/payments/bacs/bacs-schema'
import { recordBacs } from '@/lib/payments/bacs/record-bacs'
import { approveInvoice } from '@/lib/payments/invoices/approve-invoice'
import {
  moveInvoiceInput,
  releaseInvoiceInput,
  submitInvoiceInput,
  voidInvoiceInput,
} from '@/lib/payments/invoices/invoice-schema'
import { releaseInvoice } from '@/lib/payments/invoices/release-invoice'
import { submitInvoice } from '@/lib/payments/invoices/submit-invoice'
import { voidInvoice } from '@/lib/payments/invoices/void-invoice'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function submit(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = submitInvoiceInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await submitInvoice(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/invoices/${result.value.id}?done=${result.value.state}`)
}

export async function approve(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = moveInvoiceInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await approveInvoice(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/invoices/${result.value.id}?done=approved`)
}

export async function release(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = releaseInvoiceInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await releaseInvoice(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/invoices/${result.value.id}?done=released`)
}

export async function makeVoid(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = voidInvoiceInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await voidInvoice(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/invoices/${result.value.id}?done=void`)
}

export async function recordTransfer(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = recordBacsInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await recordBacs(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/invoices/${result.value.invoiceId}?done=recorded`)
}

export async function answerTransfer(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = answerBacsInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await answerBacs(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/invoices/${result.value.invoiceId}?done=${input.data.answer}`)
}
