'use server'

import { redirect } from 'next/navigation'
import { requireContext } from '@/lib/identity/context'
import { type FormState, invalid, toFormState } from '@/lib/platform/form-state'
import { setSettingsFromFile } from '@/lib/settings/set-from-file'
import { settingsFileInput, supersedeSettingInput } from '@/lib/settings/setting-schema'
import { supersedeSetting } from '@/lib/settings/supersede-setting'

/** For both pages: which settings are changed stands in the form, and who may is the command's question. */
export async function supersede(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = supersedeSettingInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await supersedeSetting(ctx, input.data)
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`${input.data.organisationId ? '/funding/settings' : '/admin/settings'}/${result.value.key}?done=set`)
}

/** The authority's settings from a file. */
export async function setFromFile(_: FormState, form: FormData): Promise<FormState> {
  const ctx = await requireContext()
  const input = settingsFileInput.safeParse(Object.fromEntries(form))
  if (!input.success) return invalid(input.error, form)
  const result = await setSettingsFromFile(ctx, new Uint8Array(await input.data.file.arrayBuffer()))
  if (!result.ok) return toFormState(result.refusal, form)
  redirect(`/admin/settings?set=${result.value.set}&unchanged=${result.value.unchanged}`)
}
