import type { Raw } from '@/lib/catalogue/drafts/draft-section'
import { createNeedsProfile } from '@/lib/comparison/needs-profiles/create-needs-profile'
import type { NeedsProfile } from '@/lib/comparison/needs-profiles/needs-profile'
import { saveNeedsSection } from '@/lib/comparison/needs-profiles/save-needs-section'
import type { PlanRun } from '@/lib/comparison/plans/plan-run'
import { findPlanRun } from '@/lib/comparison/plans/plan-run-store'
import { requestPlan } from '@/lib/comparison/plans/request-plan'
import type { Actor } from '@/lib/platform/actor'
import { addDays, dateFromDay, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'

type Given = { name?: string; capabilities?: string[]; sections?: Record<string, Raw>; at?: Date }

/** The names that a profile's needs have, and the framework that the modules of the factories are on. */
async function reference(capabilities: string[]): Promise<void> {
  await db.capability.createMany({
    data: capabilities.map((id) => ({
      id,
      name: `Capability ${id}`,
      category: 'Test',
      status: 'effective',
      version: '1',
    })),
    skipDuplicates: true,
  })
  await db.framework.createMany({
    data: [
      {
        id: 'TIF001',
        name: 'F',
        shortName: 'F',
        owner: 'o',
        fundingTypes: [],
        expired: false,
        expiresOn: dateFromDay('2099-12-31'),
      },
    ],
    skipDuplicates: true,
  })
}

/** Every step that a plan needs is filled in; `sections` says more, or other. */
async function ready(buyer: Actor, given: Given = {}): Promise<NeedsProfile> {
  const { name = `Needs ${newId()}`, capabilities = ['C13', 'C5'], sections = {}, at } = given
  await reference(capabilities)
  const ctx = contextOf(buyer, at)
  let profile = await value(createNeedsProfile(ctx, { name }))
  const all: Record<string, Raw> = {
    needs: { needs: capabilities },
    today: {},
    term: { start: addDays(dayOf(ctx.now), 60), months: '36', overlapDays: '0' },
    ...sections,
  }
  for (const [section, raw] of Object.entries(all))
    profile = await value(saveNeedsSection(ctx, { id: profile.id, version: profile.version, section, raw }))
  return profile
}

/** A plan of such a profile that waits for the worker. */
async function asked(buyer: Actor, given: Given = {}): Promise<PlanRun> {
  const { id, version } = await ready(buyer, given)
  const { id: runId } = await value(requestPlan(contextOf(buyer, given.at), { profileId: id, version }))
  return (await findPlanRun(db, runId))!
}

export const needsProfile = { ready, asked, reference }
