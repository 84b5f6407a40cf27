import type { PriceJson } from '@/lib/catalogue/prices/price'
import { confirmGoLive } from '@/lib/contracts/confirm-go-live'
import { makeContractIn } from '@/lib/contracts/make-contract'
import { findSites } from '@/lib/contracts/site-store'
import { approveFunding } from '@/lib/funding/approve-funding'
import { monthlyPence, sumsByYear } from '@/lib/funding/funding-rules'
import { submitFundingRequest } from '@/lib/funding/submit-funding-request'
import { markFundingUsed } from '@/lib/funding/void-funding'
import type { Role } from '@/lib/identity/roles'
import { system } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { addDays, addMonths, type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { withValue } from '@/lib/procurement/call-offs/call-off-rules'
import { insertCallOff, nextNumber } from '@/lib/procurement/call-offs/call-off-store'
import { firstMilestones } from '@/lib/procurement/call-offs/form/order-form'
import { getSignedCallOff } from '@/lib/procurement/call-offs/get-signed-call-off'
import { fixedId } from './fixed-id'
import { demoPeople } from './people'

const moduleName = 'Meridian Reports'
const [practiceId, payerId, supplierId] = [fixedId('riverside'), fixedId('northbank'), fixedId('meridian')]
export const demoOrderId = fixedId('order/reports')

/** A person of the story at 9 o'clock of a day. */
export function personOn(email: string, day: Day): Context {
  const found = demoPeople.find((each) => each.email === email)!
  const organisationId = fixedId(found.in)
  const grants = [{ role: found.role as Role, organisationId, limitPence: found.limitPence ?? null }]
  const actor = { kind: 'person' as const, userId: fixedId(email), organisationId, grants }
  return { actor, now: new Date(`${day}T09:00:00Z`), requestId: 'demonstration' }
}

/** What a command answered; a refusal is a broken story. */
export async function told<T>(result: Promise<Result<T>>): Promise<T> {
  const answer = await result
  if (!answer.ok) throw new Error(`the story: ${JSON.stringify(answer.refusal)}`)
  return answer.value
}

/**
 * An order of Riverside that was funded and signed before the story begins: four months old, in use since the 15th of its first
 * month. Undefined where it stands already, or its module is not in the catalogue.
 */
export async function seedOrder(ctx: Context): Promise<{ contractId: string; startsOn: Day } | undefined> {
  const listing = await db.listingVersion.findFirst({ where: { name: moduleName } })
  if (!listing || (await db.callOff.count({ where: { id: demoOrderId } })) > 0) return undefined
  const startsOn = addMonths(`${dayOf(ctx.now).slice(0, 7)}-01`, -4)
  const signedOn = addDays(startsOn, -10)
  const asked = personOn('manager@riverside.example', addDays(startsOn, -30))
  const order = await told(transaction((tx) => writeOrder(tx, asked, listing, startsOn, signedOn)))
  const approver = personOn('approver@northbank.example', addDays(startsOn, -20))
  await told(approveFunding(approver, { id: order.fundingRequestId, version: 1, reason: '' }))
  const signed = { actor: system, now: new Date(`${signedOn}T09:00:00Z`), requestId: 'demonstration' }
  const contract = await told(
    transaction(async (tx) => {
      const used = await markFundingUsed(
        tx,
        signed,
        { id: order.fundingRequestId, termsHash: order.termsHash },
        order.termsHash,
      )
      return used.ok ? makeContractIn(tx, signed, (await getSignedCallOff(tx, demoOrderId))!) : used
    }),
  )
  const [live, said] = [addDays(startsOn, 14), addDays(startsOn, 15)]
  for (const email of ['manager@riverside.example', 'signatory@meridian.example']) {
    const site = (await findSites(db, [contract.id]))[0]!
    await told(confirmGoLive(personOn(email, said), { siteId: site.id, version: site.version, day: live }))
  }
  return { contractId: contract.id, startsOn }
}

type Listing = NonNullable<Awaited<ReturnType<typeof db.listingVersion.findFirst>>>
type Tx = Parameters<typeof insertCallOff>[0]

async function writeOrder(tx: Tx, asked: Context, listing: Listing, startsOn: Day, signedOn: Day) {
  const { prices } = listing.content as unknown as { prices: PriceJson[] }
  const listSize = 9871
  const own = { answeredById: asked.actor.userId, answeredAt: asked.now, consentHash: null, listSizeAsOf: startsOn }
  const terms = withValue({
    ...{ number: await nextNumber(tx), practiceId, payerId, supplierId, listSize, startsOn, termMonths: 36 },
    ...{ moduleVersionId: listing.moduleVersionId, listingVersionId: listing.id, listingSha256: listing.sha256 },
    ...{
      capabilityIds: listing.capabilityIds,
      prices,
      endsOn: startsOn,
      noticeDays: 90,
      optionMonths: 0,
      optionPence: 0n,
    },
    lines: prices.map((price, i) => ({
      ...{ id: `m${i}`, kind: 'module' as const, name: moduleName, list: price, agreed: price, quantity: 1 },
      per: price.per,
    })),
    sites: [{ practiceId, listSize, deliverOn: startsOn, continues: false, state: 'consented', ...own }],
    form: { type: { kind: 'module', description: moduleName }, milestones: firstMilestones },
    ...{ yearlyPence: 0n, oneOffPence: 0n, totalPence: 0n },
  })!
  const sums = sumsByYear(startsOn, monthlyPence(terms.yearlyPence, terms.oneOffPence, terms.termMonths))
  for (const { year } of sums) await seedLine(tx, year)
  const request = await submitFundingRequest(tx, asked, {
    ...{ payerId, requesterOrgId: practiceId, reference: { type: 'CallOff', id: demoOrderId }, stream: 'GPIT', sums },
    title: `${moduleName}, call-off ${terms.number}`,
    reason: 'Searches and payment extracts are done by hand today.',
    termsHash: terms.termsHash,
  })
  if (!request.ok) return request
  await insertCallOff(tx, {
    ...terms,
    ...{ id: demoOrderId, projectId: fixedId('project/reports'), moduleId: listing.moduleId, moduleName },
    ...{ gate: 'open', gateLabel: 'CONFORMANT', gateSha256: listing.sha256, fundingRequestId: request.value.id },
    ...{ termsFormat: 2, submittedHash: terms.termsHash, submittedParts: null, reviewedHash: terms.termsHash },
    ...{ signBy: null, standstillUntil: null, state: 'signed', createdById: asked.actor.userId, createdAt: asked.now },
    ...{ signedAt: new Date(`${signedOn}T09:00:00Z`), refusedReason: null, version: 1 },
  })
  const signers = { payer: 'approver@northbank.example', supplier: 'signatory@meridian.example' } as const
  for (const [side, email] of Object.entries(signers)) {
    const { actor, now: at } = personOn(email, signedOn)
    const signature = {
      side,
      personId: actor.userId,
      organisationId: actor.organisationId!,
      termsHash: terms.termsHash,
      at,
    }
    await tx.signature.create({
      data: { ...signature, id: fixedId(`signature/reports/${side}`), callOffId: demoOrderId },
    })
  }
  return { ok: true as const, value: { fundingRequestId: request.value.id, termsHash: terms.termsHash } }
}

/** Money for the years of the order, where the story has none: one that begins before this financial year, or ends after five. */
async function seedLine(tx: Tx, year: number): Promise<void> {
  const of = { organisationId: payerId, stream: 'GPIT', year }
  if ((await tx.budgetLine.count({ where: of })) === 0)
    await tx.budgetLine.create({
      data: { ...of, id: fixedId(`budget/northbank/${year}`), allocatedPence: 25_000_000n },
    })
}
