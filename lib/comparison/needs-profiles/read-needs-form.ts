import 'server-only'
import type { Context } from '@/lib/platform/context'
import { rawOfForm } from './form/needs-journey'
import { getNeedsSection } from './get-needs-profile'
import { type NeedsSectionInput, needsSectionInput } from './needs-profile-schema'

/**
 * What the form of a section sent, as its fields read it; undefined where it names no section. Which fields there are is asked
 * of the profile as it stands; of one that the actor may not edit nothing is read, and the command says why.
 */
export async function readNeedsForm(ctx: Context, form: FormData): Promise<NeedsSectionInput | undefined> {
  const input = needsSectionInput.safeParse(Object.fromEntries(form))
  if (!input.success) return undefined
  const section = await getNeedsSection(ctx, input.data.id, input.data.section)
  return { ...input.data, raw: section ? rawOfForm(section.fields, form) : {} }
}
