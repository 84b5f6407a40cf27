'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { chooseOrganisation } from '@/lib/identity/choose-organisation'
import { readSignedIn, requireContext } from '@/lib/identity/context'
import { forgottenSession } from '@/lib/identity/csrf'
import { endAllSessions, endSession } from '@/lib/identity/end-session'
import { type FormState, toFormState } from '@/lib/platform/form-state'

export async function actFor(form: FormData): Promise<void> {
  const ctx = await requireContext()
  await chooseOrganisation(ctx, (await readSignedIn())!.tokenHash, String(form.get('organisationId')))
  redirect((await headers()).get('x-path') ?? '/')
}

export async function signOut(): Promise<void> {
  const ctx = await requireContext()
  await endSession(ctx, (await readSignedIn())!.tokenHash)
  ;(await cookies()).set(forgottenSession())
  redirect('/')
}

export async function signOutEverywhere(): Promise<void> {
  const ctx = await requireContext()
  await endAllSessions(ctx)
  ;(await cookies()).set(forgottenSession())
  redirect('/')
}

export async function endOneSession(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const result = await endSession(ctx, String(form.get('session')))
  if (!result.ok) return toFormState(result.refusal)
  redirect('/account?done=ended')
}
