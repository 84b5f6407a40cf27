import 'server-only'
import { one } from '@/lib/catalogue/drafts/draft-section'
import type { Context } from '@/lib/platform/context'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { changeNeedsProfile } from './change-needs-profile'
import { nameTaken } from './create-needs-profile'
import { needsSectionOf } from './form/needs-journey'
import { codesIn } from './form/practice-section'
import { getNeedsFacts } from './get-needs-facts'
import { usesModules } from './get-needs-profile'
import type { NeedsProfile } from './needs-profile'
import type { NeedsSectionInput } from './needs-profile-schema'
import { isNameTaken } from './needs-profile-store'

/** Saves one section of a live profile. What lies outside the limits is refused at its field. */
export function saveNeedsSection(
  ctx: Context,
  { section: slug, raw, ...input }: NeedsSectionInput,
): Promise<Result<NeedsProfile>> {
  return changeNeedsProfile(ctx, input, 'edit', async (tx, profile) => {
    const section = needsSectionOf(slug)
    if (!section) return refuse({ kind: 'not-found' })
    const codes = slug === 'practices' ? codesIn(one(raw, 'practices')) : []
    const facts = await getNeedsFacts(ctx, profile, { codes, modules: usesModules(slug), tx })
    const read = section.read(raw, profile, facts)
    if (!read.ok) return read
    const { name = profile.name, content } = read.value
    if (name !== profile.name && (await isNameTaken(tx, profile.organisationId, name, profile.id)))
      return invalidField('name', nameTaken)
    return ok({ fields: { name, content: { ...profile.content, ...content } }, data: { section: slug } })
  })
}
