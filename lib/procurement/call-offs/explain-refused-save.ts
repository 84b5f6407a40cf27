import 'server-only'
import { type Raw, whatDiffers } from '@/lib/catalogue/drafts/draft-section'
import type { Context } from '@/lib/platform/context'
import { type FormState, toFormState } from '@/lib/platform/form-state'
import type { Refusal } from '@/lib/platform/refusal'
import { getOrderSection } from './get-order-view'

const tooLate =
  'Somebody changed this order after you opened it. Nothing of yours was saved. Beside each field that differs you read what stands there now. Save again to put yours in its place.'

/**
 * What a refused save says to its form: what was typed stays. After a save that came too late what stands there now is shown
 * beside it, and the form then speaks of the newer version, as in a listing (LST-1).
 */
export async function explainRefusedSave(
  ctx: Context,
  refusal: Refusal,
  given: { id: string; section: string; raw: Raw; form: FormData },
): Promise<FormState> {
  const state = toFormState(refusal, given.form)
  const now = refusal.kind === 'stale' ? await getOrderSection(ctx, given.id, given.section) : undefined
  if (!now) return state
  return {
    ...state,
    message: tooLate,
    fields: { form: [tooLate], ...whatDiffers(now.fields, now.values, given.raw) },
    values: { ...state.values, version: String(now.callOff.version), termsHash: now.callOff.termsHash },
  }
}
