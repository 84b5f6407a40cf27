'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import { draftCallOff } from '@/lib/procurement/call-offs/draft-call-off'
import { cancelProject } from '@/lib/procurement/projects/cancel-project'
import { decideProject } from '@/lib/procurement/projects/decide-project'
import { freezeShortlist } from '@/lib/procurement/projects/freeze-shortlist'
import {
  cancelInput,
  decideProjectForm,
  draftCallOffInput,
  freezeInput,
  setNeedsInput,
  startAgainInput,
  startProjectInput,
} from '@/lib/procurement/projects/project-schema'
import { readNeedsForm } from '@/lib/procurement/projects/read-needs-form'
import { setNeeds } from '@/lib/procurement/projects/set-needs'
import { startAgain, startProject } from '@/lib/procurement/projects/start-project'
import { verifyPack } from '@/lib/procurement/projects/verify-pack'

export async function start(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = startProjectInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await startProject(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/projects/${result.value.id}`)
}

export async function saveNeeds(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = setNeedsInput.safeParse(await readNeedsForm(form))
  if (!input.success) return invalid(input.error, form)
  const result = await setNeeds(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/projects/${result.value.id}?done=needs`)
}

export async function freeze(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = freezeInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await freezeShortlist(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/projects/${result.value.id}?done=frozen`)
}

export async function decide(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = decideProjectForm.safeParse({ ...Object.fromEntries(form), winnerId: form.getAll('winnerId') })
  if (!input.success) return invalid(input.error, form)
  const result = await decideProject(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/projects/${result.value.id}?done=decided`)
}

export async function draft(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = draftCallOffInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await draftCallOff(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/call-offs/${result.value.id}`)
}

export async function cancel(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = cancelInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await cancelProject(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/projects/${result.value.id}?done=cancelled`)
}

export async function again(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = startAgainInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await startAgain(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/projects/${result.value.id}?done=again`)
}

export async function verify(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const file = form.get('file')
  const result = await verifyPack(
    ctx.actor,
    String(form.get('id')),
    file instanceof File ? new Uint8Array(await file.arrayBuffer()) : null,
  )
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/projects/${result.value.id}/pack?file=${result.value.sha256}`)
}
