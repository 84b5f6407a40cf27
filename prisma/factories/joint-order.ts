import type { Raw } from '@/lib/catalogue/drafts/draft-section'
import type { Listing } from '@/lib/catalogue/listing'
import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answerConsent } from '@/lib/procurement/call-offs/answer-consent'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { issueCallOff } from '@/lib/procurement/call-offs/issue-call-off'
import { siteHash } from '@/lib/procurement/call-offs/order-rules'
import { requestFunding } from '@/lib/procurement/call-offs/request-funding'
import { signCallOff } from '@/lib/procurement/call-offs/sign-call-off'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { type Buyers, callOffIn, completedForm, fundedBy, reviewed } from './call-off'
import { type MadeModule, module } from './module'
import { organisation } from './organisation'
import { person } from './person'

/** £3,000 for each practice, once. */
const price: PriceJson = {
  ...{ id: 'work', basis: 'declarative', mode: 'Volume', period: 'none', per: 'practice', unit: 'practice' },
  ...{ unitPlural: 'practices', definition: null, tiers: [{ from: '1', unitPrice: '300000000' }] },
  validFrom: '2026-01-01',
}
export const jointServices: Listing['services'] = [
  { name: 'Merger of two practices', description: 'Two lists become one.', kind: 'merger', price },
  { name: 'Split of a practice', description: 'One list becomes two.', kind: 'split', price },
]

/** Another practice of the same payer, with its manager. */
export async function neighbour(of: Buyers, name = 'Neighbour Surgery') {
  const practice = await organisation.practice({ partOfCode: of.commissioner.code, name, patients: 5_000 })
  return { practice, manager: await person.practiceManager(practice.id) }
}

/** The practice answers for the part of the order as it stands. */
export async function consents(of: Buyers, actor: Actor, id: string, practiceId: string) {
  const callOff = (await findCallOff(db, id))!
  const site = callOff.sites.find((one) => one.practiceId === practiceId)!
  const consentHash = siteHash(callOff, site)
  return answerConsent(contextOf(actor, of.at), { id, practiceId, answer: 'consented', consentHash })
}

/** Below the list price, so that two practices stay under the cap of a direct award. */
const cheaper: [string, Raw][] = [['lines', { 'm0-t0': '0.50', services: [] }]]
const reason = 'It is what the practices need, said in more than thirty characters.'

/** An order for two practices that both consent, brought to a state by the commands that lead there: the first goes on in a merger. */
export async function jointOrder(
  of: Buyers,
  kind: 'module' | 'merger' = 'merger',
  state: 'complete' | 'funded' | 'signing' = 'signing',
) {
  const made: MadeModule = await module.published.saying({ services: jointServices })
  const other = await neighbour(of)
  const id = await callOffIn('draft', of, made)
  const practices = `${of.practice.code}\n${other.practice.code}`
  await completedForm(of, id, [
    ['type', { kind, description: 'For two practices' }],
    ...(kind === 'module' ? cheaper : []),
    ['practices', { practices, continues: kind === 'merger' ? of.practice.code! : '' }],
  ])
  await value(consents(of, other.manager, id, other.practice.id))
  await reviewed(of, id)
  const whole = { id, made, other, signatory: await person.signatory(made.supplierId) }
  if (state !== 'complete') await asFarAs(of, id, state)
  return whole
}
export type JointOrder = Awaited<ReturnType<typeof jointOrder>>

/** A complete draft, funded and, where it is to be signed, sent out. */
export async function asFarAs(of: Buyers, id: string, state: 'funded' | 'signing'): Promise<void> {
  const ctx = contextOf(of.manager, of.at)
  const version = async () => (await findCallOff(db, id))!.version
  const asked = await value(requestFunding(ctx, { id, version: await version(), reason }))
  await fundedBy(of.approver, of.at, asked.fundingRequestId!)
  if (state === 'signing') await value(issueCallOff(ctx, { id, version: await version() }))
}

/** One side signs the terms as they stand. */
export async function signs(of: Buyers, actor: Actor, id: string) {
  const { version, termsHash } = (await findCallOff(db, id))!
  return signCallOff(contextOf(actor, of.at), { id, version, termsHash }, of.at)
}
