import type { Raw } from '@/lib/catalogue/drafts/draft-section'
import { createShortlist } from '@/lib/comparison/create-shortlist'
import { approveFunding } from '@/lib/funding/approve-funding'
import { type Actor, system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { addMonths, dateFromDay, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { draftCallOff } from '@/lib/procurement/call-offs/draft-call-off'
import { issueCallOff } from '@/lib/procurement/call-offs/issue-call-off'
import { releaseCallOffWhenFunded } from '@/lib/procurement/call-offs/release-call-off-when-funded'
import { requestFunding } from '@/lib/procurement/call-offs/request-funding'
import { saveSection } from '@/lib/procurement/call-offs/save-section'
import { decideProject } from '@/lib/procurement/projects/decide-project'
import { freezeShortlist } from '@/lib/procurement/projects/freeze-shortlist'
import type { SetNeedsInput } from '@/lib/procurement/projects/project-schema'
import { findProject } from '@/lib/procurement/projects/project-store'
import { setNeeds } from '@/lib/procurement/projects/set-needs'
import { startProject } from '@/lib/procurement/projects/start-project'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { declaration } from './declaration'
import { budgetLine } from './funding'
import { organisation } from './organisation'
import { person } from './person'

/** A practice with its payer, the payer's money for five years, and the people on both sides. */
export async function buyers(at: Date = now()) {
  const code = newId().slice(0, 6).toUpperCase()
  const commissioner = await organisation.commissioner({ code })
  const practice = await organisation.practice({ partOfCode: code })
  await db.listSize.updateMany({
    where: { organisationId: practice.id },
    data: { asOf: dateFromDay(dayOf(new Date(at.getTime() - 86_400_000 * 30))) },
  })
  const year = Number(dayOf(at).slice(0, 4)) - 1
  for (let i = 0; i < 6; i++) await budgetLine(commissioner.id, 500_000_000n, year + i)
  const [manager, approver, second] = [
    await person.practiceManager(practice.id),
    await person.approver(commissioner.id, 500_000_000n),
    await person.approver(commissioner.id, 500_000_000n),
  ]
  return { commissioner, practice, manager, approver, second, at }
}
export type Buyers = Awaited<ReturnType<typeof buyers>>

const reason = 'It is what the practice needs, said in more than thirty characters.'

/** A project of the practice with these listings on its shortlist, frozen by the commands. */
export async function frozenProject(
  of: Buyers,
  modules: { moduleId: string; listingVersionId: string }[],
  needs: Partial<Omit<SetNeedsInput, 'id' | 'version' | 'goLiveOn'>> = {},
): Promise<string> {
  const ctx = contextOf(of.manager, of.at)
  const startsOn = needs.startsOn ?? `${addMonths(dayOf(of.at), 1).slice(0, 7)}-01`
  const shortlist = await value(createShortlist(ctx, { name: `Need ${newId()}`, description: null }))
  for (const { moduleId, listingVersionId } of modules)
    await db.shortlistEntry.create({
      data: { shortlistId: shortlist.id, moduleId, listingVersionId, addedById: of.manager.userId, addedAt: of.at },
    })
  const { id } = await value(startProject(ctx, { shortlistId: shortlist.id, name: 'A need' }))
  await value(
    setNeeds(ctx, {
      id,
      version: 1,
      startsOn,
      goLiveOn: startsOn,
      termMonths: 36,
      description: null,
      ...(await framework()),
      ...needs,
    }),
  )
  await value(freezeShortlist(ctx, { id, version: 2 }))
  return id
}

/** The framework under which the modules of tests and of the story stand; it is made where no file has brought it. */
export async function framework(): Promise<{ frameworkId: string; route: 'direct-award' }> {
  const names = { name: 'A framework', shortName: 'A framework', owner: 'Its owner', fundingTypes: ['gpit'] }
  await db.framework.createMany({ data: [{ id: 'TIF001', ...names, expired: false }], skipDuplicates: true })
  return { frameworkId: 'TIF001', route: 'direct-award' }
}

/** Suppliers without a declaration make one, so that they can be awarded something. */
export async function declareAll(projectId: string, at: Date): Promise<void> {
  const suppliers = new Set((await findProject(db, projectId))!.entries.map((entry) => entry.supplierId))
  for (const supplierId of suppliers)
    if ((await db.supplierDeclaration.count({ where: { supplierId } })) === 0) await declaration.passed(supplierId, at)
}

/** The decision for one module of the frozen list, with a reason for every other. */
export async function decided(of: Buyers, projectId: string, moduleId: string) {
  const project = (await findProject(db, projectId))!
  const winner = project.entries.find((e) => e.moduleId === moduleId)!
  await declareAll(projectId, of.at)
  const exclusions = Object.fromEntries(
    project.entries.filter((e) => e.id !== winner.id).map((e) => [e.id, { code: 'support' as const, text: reason }]),
  )
  return decideProject(contextOf(of.manager, of.at), {
    id: projectId,
    version: project.version,
    winnerId: winner.id,
    reasonCode: 'best-by-mechanism',
    reason,
    exclusions,
  })
}

/** A project whose need names these capabilities, awarded to a set of its modules by the lowest price of all sets. */
export async function setAwarded(
  of: Buyers,
  modules: { moduleId: string; listingVersionId: string }[],
  chosen: { moduleId: string }[],
  capabilityIds: string[],
): Promise<string> {
  const id = await frozenProject(of, modules, { capabilityIds })
  await declareAll(id, of.at)
  const { entries, version } = (await findProject(db, id))!
  const won = entries.filter((e) => chosen.some(({ moduleId }) => moduleId === e.moduleId))
  const lost = entries.filter((e) => !won.includes(e))
  const exclusions = Object.fromEntries(lost.map((e) => [e.id, { code: 'price' as const, text: reason }]))
  const winnerId = won.map((e) => e.id)
  await value(
    decideProject(contextOf(of.manager, of.at), {
      id,
      version,
      winnerId,
      reasonCode: 'best-by-mechanism',
      reason,
      exclusions,
    }),
  )
  return id
}

const contact = { 'contact-name': 'A Person', 'contact-email': 'person@test.example', 'contact-phone': '01632 960000' }

/** Saves a section of an order as its practice's manager does. */
export async function saved(of: Buyers, id: string, section: string, raw: Raw) {
  const { version } = (await findCallOff(db, id))!
  return saveSection(contextOf(of.manager, of.at), { id, version, section, raw })
}

/** The first service of the listing, charged by use: £0.00035 for each of so many calls a month. */
export const expectingCalls = (expected: number, modulePrice = '1.26'): Step[] => [
  ['lines', { 'm0-t0': modulePrice, services: ['s0'] }],
  ['lines', { 'm0-t0': modulePrice, services: ['s0'], 's0-t0': '0.00035', 's0-expected': String(expected) }],
]

type Step = [section: string, raw: Raw]

/** The steps of an order that nobody can know beforehand, filled in; then the whole is reviewed. */
export async function completedForm(of: Buyers, id: string, more: Step[] = []): Promise<void> {
  const steps: Step[] = [
    ['ordering-contact', contact],
    ['supplier-contact', { published: 'new', ...contact }],
    ['data', { schedule: 'yes', noticeDays: '90', exitCharge: '0', returnFormat: 'The national exchange format' }],
    ...more,
    ['funding', {}],
  ]
  for (const [section, raw] of steps) await value(saved(of, id, section, raw))
  await reviewed(of, id)
}

/** The manager has read the order as it stands. */
export async function reviewed(of: Buyers, id: string): Promise<void> {
  const { termsHash } = (await findCallOff(db, id))!
  await value(saved(of, id, 'review', { read: 'yes', termsHash }))
}

type Reached = 'draft' | 'complete' | 'awaiting-funding' | 'funded' | 'signing'

/** A call-off for the module, brought to a state by the commands that lead there; `more` steps are filled in before the review. */
export async function callOffIn(
  state: Reached,
  of: Buyers,
  listing: { moduleId: string; listingVersionId: string },
  more: Step[] = [],
): Promise<string> {
  const ctx = contextOf(of.manager, of.at)
  const project = await frozenProject(of, [listing])
  await value(decided(of, project, listing.moduleId))
  const { id } = await value(draftCallOff(ctx, { projectId: project }))
  if (state === 'draft') return id
  await completedForm(of, id, more)
  if (state === 'complete') return id
  const asked = await value(requestFunding(ctx, { id, version: (await findCallOff(db, id))!.version, reason }))
  if (state === 'awaiting-funding') return id
  await fundedBy(of.approver, of.at, asked.fundingRequestId!)
  if (state === 'funded') return id
  await value(issueCallOff(ctx, { id, version: (await findCallOff(db, id))!.version }))
  return id
}

/** Approves, and lets the order hear of it as the worker would. */
export async function fundedBy(approver: Actor, at: Date, requestId: string): Promise<void> {
  await value(approveFunding(contextOf(approver, at), { id: requestId, version: 1, reason: '' }))
  const event = await db.event.findFirstOrThrow({ where: { name: 'FundingApproved', aboutId: requestId } })
  const about = { type: event.aboutType, id: event.aboutId }
  const heard = { id: event.id, name: event.name, about, from: null, to: null, organisationId: null, data: {}, at }
  await releaseCallOffWhenFunded(contextOf(system, at), heard)
}
