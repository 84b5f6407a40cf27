import type { Choice } from '@/lib/comparison/optimiser/choice'
import { inputHash } from '@/lib/comparison/plans/evidence-rules'
import { addPlanRun } from '@/lib/comparison/plans/plan-run-store'
import type { Actor } from '@/lib/platform/actor'
import { canonicalJson } from '@/lib/platform/canonical-json'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { workedChoice } from '@/lib/testing/choices'
import { needsProfile } from '@/prisma/factories/needs-profile'
import { db, expect, type Page } from '../support/journey'

/** Invented names for the modules of the worked example, so that a reader of the page meets words of a usual length. */
const names: Record<string, string> = {
  P1: 'Alder Record',
  P2: 'Birch Record',
  D1: 'Cedar Documents',
  D2: 'Dogwood Documents and Booking',
  S1: 'Elm Booking',
}

/** The worked example of the design with ids as the portal has them, and a module without a price. */
function exampleChoice(): Choice {
  const ids = Object.fromEntries(Object.keys(names).map((id) => [id, newId()]))
  const choice = workedChoice()
  const known = (id: string) => ids[id] ?? id
  return {
    ...choice,
    candidates: choice.candidates.map((c) => ({
      ...c,
      moduleId: known(c.moduleId),
      name: names[c.moduleId]!,
      conflicts: c.conflicts.map(known),
      requires: c.requires.map(() => ({ oneOf: [ids.P2!], words: 'Elm Booking needs Birch Record' })),
    })),
    today: choice.today.map((row) => ({ ...row, moduleId: known(row.moduleId) })),
  }
}

/** A plan run of the worked example that waits for the portal's own worker; its address. */
export async function aPlanIsAsked(buyer: Actor): Promise<string> {
  const { id: profileId, version, name, organisationId, content } = await needsProfile.ready(buyer)
  const choice = exampleChoice()
  const question = { kind: 'best' } as const
  const id = newId()
  await addPlanRun(db, {
    ...{ id, organisationId, profileId, profileVersion: version, parentId: null, change: null, limitSeconds: 5 },
    inputSha256: inputHash({ choice, question, limitSeconds: 5 }),
    profile: canonicalJson({ id: profileId, version, name, organisationId, content }),
    choice: canonicalJson(choice),
    question: canonicalJson(question),
    requestedById: buyer.userId,
    queuedAt: now(),
  })
  return `/shortlists/plans/${id}`
}

/** Sends the form of this button and waits for the page of the new run, which has an address of its own. */
export async function whenItIsAsked(page: Page, button: string): Promise<void> {
  const before = page.url()
  await page.getByRole('button', { name: button }).click()
  await expect(page).not.toHaveURL(before)
}

/** Shows the page again until the worker has answered, as somebody without script does. */
export async function whenItIsAnswered(page: Page, words: RegExp | string): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('main')).toContainText(words, { timeout: 1_500 })
  }).toPass({ timeout: 90_000, intervals: [500, 1_000, 2_000] })
}
