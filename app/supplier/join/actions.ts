'use server'

import { redirect } from 'next/navigation'
import { confirmSupplierEmail } from '@/lib/catalogue/suppliers/confirm-supplier-email'
import { requestSupplierAccount } from '@/lib/catalogue/suppliers/request-supplier-account'
import { confirmEmailInput, requestSupplierInput } from '@/lib/catalogue/suppliers/supplier-account-schema'
import { readContext } from '@/lib/identity/context'
import { env } from '@/lib/platform/env'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'

export async function request(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await readContext()
  const input = requestSupplierInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await requestSupplierAccount(ctx, input.data, env().publicUrl)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect('/supplier/join?done=sent')
}

export async function confirm(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await readContext()
  const input = confirmEmailInput.safeParse(Object.fromEntries(form))
  if (!input.success) return { message: 'This link is not complete. Copy the whole of it from the letter.' }
  const result = await confirmSupplierEmail(ctx, input.data.token)
  if (!result.ok) return { message: 'This link has been used or is older than 24 hours. Ask for an account again.' }
  redirect('/supplier/join?done=confirmed')
}
