import 'server-only'
import type { Raw, SectionField } from '@/lib/catalogue/drafts/draft-section'
import { getCommissionerOf, getOrganisation } from '@/lib/identity/get-organisation'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { db, type Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { isId } from '@/lib/platform/ids'
import { firstMissing, needsSectionOf, needsSections } from './form/needs-journey'
import type { ContractOfToday, Step } from './form/needs-section'
import { getNeedsFacts } from './get-needs-facts'
import type { NeedsProfile, NeedsProfileSummary } from './needs-profile'
import { mayEditNeeds, maySeeNeeds } from './needs-profile-policy'
import { findProfile, findProfiles } from './needs-profile-store'

/** A profile that the actor may see: its organisation's, or one shared with its commissioner; undefined otherwise. */
export async function getNeedsProfile(actor: Actor, id: string, tx: Tx = db): Promise<NeedsProfile | undefined> {
  const profile = isId(id) ? await findProfile(tx, id) : undefined
  return profile && maySeeNeeds(actor, profile) ? profile : undefined
}

/** The profiles of the actor's organisations and those shared with them, live ones first. */
export const listNeedsProfiles = (actor: Actor): Promise<NeedsProfileSummary[]> =>
  findProfiles(db, organisationsOf(actor))

export type NeedsStep = { slug: string; title: string; step: Step }
export type NeedsPage = {
  profile: NeedsProfile
  steps: NeedsStep[]
  /** The step that is still missing before a plan can be asked for. */
  missing: string | null
  mayEdit: Decision
  /** With whom it can be shared; null where the organisation has no commissioner. */
  commissioner: { id: string; name: string } | null
}

/** A profile as a list of tasks. */
export async function getNeedsPage(ctx: Context, id: string): Promise<NeedsPage | undefined> {
  const profile = await getNeedsProfile(ctx.actor, id)
  if (!profile) return undefined
  const facts = await getNeedsFacts(ctx, profile)
  return {
    profile,
    steps: needsSections.map(({ slug, title, step }) => ({ slug, title, step: step(profile, facts) })),
    missing: firstMissing(profile, facts)?.title ?? null,
    mayEdit: mayEditNeeds(ctx.actor, profile),
    commissioner: await commissionerOf(db, profile.organisationId),
  }
}

/** The commissioner of the practice whose profile it is; null for a commissioner's own. */
export async function commissionerOf(tx: Tx, organisationId: string): Promise<{ id: string; name: string } | null> {
  const own = await getOrganisation(tx, organisationId)
  const found = own?.kind === 'practice' ? await getCommissionerOf(tx, own) : undefined
  return found ? { id: found.id, name: found.name } : null
}

export type NeedsSectionForm = {
  profile: NeedsProfile
  slug: string
  title: string
  lead: string
  fields: SectionField[]
  values: Raw
}

/** One section as a form, for who may edit a live profile; undefined for everybody else. */
export async function getNeedsSection(
  ctx: Context,
  id: string,
  slug: string,
  contracts: ContractOfToday[] = [],
): Promise<NeedsSectionForm | undefined> {
  const [profile, section] = [await getNeedsProfile(ctx.actor, id), needsSectionOf(slug)]
  if (!profile || !section || profile.state !== 'live' || !mayEditNeeds(ctx.actor, profile).allowed) return undefined
  const facts = await getNeedsFacts(ctx, profile, { contracts, modules: usesModules(slug) })
  const { title, lead } = section
  return { profile, slug, title, lead, fields: section.fields(profile, facts), values: section.values(profile, facts) }
}

/** Sections that name modules of the catalogue. */
export const usesModules = (slug: string): boolean => slug === 'today' || slug === 'avoid'
