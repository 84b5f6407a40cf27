import 'server-only'
import type { Context } from '@/lib/platform/context'
import { type FormState, toFormState } from '@/lib/platform/form-state'
import type { Refusal } from '@/lib/platform/refusal'
import { one, type Raw } from './draft-section'
import { loadSection } from './get-draft'
import { othersWords } from './listing-draft-journey'
import type { SaveSection } from './save-section'

const tooLate =
  'Somebody changed this listing after you opened it. Nothing of yours was saved. Beside each field that differs you read what stands there now. Save again to put your text in its place.'

/**
 * What a refused save says to its form: what was typed stays; after a save that came too late what stands there now is shown
 * beside it, and the form then speaks of the newer version (LST-1).
 */
export async function explainRefusedSave(ctx: Context, refusal: Refusal, input: SaveSection): Promise<FormState> {
  const typed = { ...typedOf(input.raw), version: String(input.version) }
  const chosen = Object.fromEntries(Object.entries(input.raw).map(([name, value]) => [name, [value].flat()]))
  const now = refusal.kind === 'stale' ? await loadSection(ctx, input.id, input.section) : undefined
  if (!now) return { ...toFormState(refusal), values: typed, chosen }
  const fields = { form: [tooLate], ...othersWords(now.section, now.draft.content, input.raw, now.names) }
  return { message: tooLate, fields, values: { ...typed, version: String(now.draft.version) }, chosen }
}

const typedOf = (raw: Raw): Record<string, string> =>
  Object.fromEntries(Object.keys(raw).map((name) => [name, one(raw, name)]))
