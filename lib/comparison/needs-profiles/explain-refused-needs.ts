import 'server-only'
import { whatDiffers } from '@/lib/catalogue/drafts/draft-section'
import type { Context } from '@/lib/platform/context'
import { type FormState, toFormState } from '@/lib/platform/form-state'
import type { Refusal } from '@/lib/platform/refusal'
import { getNeedsSection } from './get-needs-profile'
import type { NeedsSectionInput } from './needs-profile-schema'

const tooLate =
  'Somebody changed this profile after you opened it. Nothing of yours was saved. Beside each field that differs you read what stands there now. Save again to put yours in its place.'

/** What a refused save says to its form: what was typed stays, and after one that came too late, what stands there now (LST-1). */
export async function explainRefusedNeeds(
  ctx: Context,
  refusal: Refusal,
  { id, section, raw }: NeedsSectionInput,
  form: FormData,
): Promise<FormState> {
  const state = toFormState(refusal, form)
  const now = refusal.kind === 'stale' ? await getNeedsSection(ctx, id, section) : undefined
  if (!now) return state
  return {
    ...state,
    message: tooLate,
    fields: { form: [tooLate], ...whatDiffers(now.fields, now.values, raw) },
    values: { ...state.values, version: String(now.profile.version) },
  }
}
