'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { mayImport } from '@/lib/identity/imports/import-policy'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import { abandonImport } from '@/lib/platform/imports/abandon-import'
import { startImport } from '@/lib/platform/imports/start-import'
import { uploadImport } from '@/lib/platform/imports/upload-import'
import { runInput, uploadInput } from '@/lib/platform/imports/upload-schema'
import { importKinds } from '@/lib/worker/imports/importers'

export async function upload(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = uploadInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const { kind, file, asOf } = input.data
  const bytes = new Uint8Array(await file.arrayBuffer())
  const result = await uploadImport(ctx, mayImport(ctx.actor), importKinds, { kind, name: file.name, bytes, asOf })
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/admin/imports/${result.value.id}`)
}

export async function start(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = runInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await startImport(ctx, mayImport(ctx.actor), input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/admin/imports/${result.value.id}`)
}

export async function abandon(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = runInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await abandonImport(ctx, mayImport(ctx.actor), input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/admin/imports/${result.value.id}`)
}
