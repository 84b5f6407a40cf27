import { checkChangeWhenProposed } from '@/lib/contracts/changes/check-impact'
import { askForMoney, fundChangeWhenFunded } from '@/lib/contracts/changes/fund-change'
import { proposeChange } from '@/lib/contracts/changes/propose-change'
import { signChange } from '@/lib/contracts/changes/sign-change'
import { approveFunding } from '@/lib/funding/approve-funding'
import { type Actor, system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Result } from '@/lib/platform/refusal'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { contract, type Parties, parties } from './contract'

export const kind = async (result: Promise<Result<unknown>>) => {
  const answer = await result
  return answer.ok ? 'done' : answer.refusal.kind
}
export const becauseOf = (answer: Result<unknown>) =>
  !answer.ok && answer.refusal.kind === 'conflict' ? answer.refusal.because : 'no conflict'
export const names = async (type: string) =>
  (await db.event.findMany({ where: { aboutType: type }, orderBy: { id: 'asc' }, select: { name: true } })).map(
    (e) => e.name,
  )
export const heard = (name: string, id: string): StoredEvent => {
  const about = { type: 'x', id }
  return { id: 1n, name, about, from: null, to: null, organisationId: null, data: {}, at: noon }
}
export const worker = contextOf(system)
export const present = { yearly: 10_000_000n, total: 20_000_000n, endsOn: '2028-02-29' }
const reason = 'The practice has more patients than it had at first'

/** £240,000 with VAT over two years: above threshold. */
export async function aContract() {
  const of = await parties()
  const terms = { yearlyPence: present.yearly, totalPence: present.total, endsOn: present.endsOn }
  const { id } = await contract.made(of, terms)
  for (const year of [2025, 2026, 2027, 2028])
    await db.budgetLine.create({
      data: { id: newId(), organisationId: of.payer.id, stream: 'GPIT', year, allocatedPence: 5_000_000n },
    })
  return { of, id }
}
export const propose = (of: Parties, contractId: string, change: object = {}, by: Actor = of.requester) =>
  proposeChange(contextOf(by), {
    contractId,
    kind: 'value',
    ...present,
    effectiveOn: '2026-03-02',
    practices: '',
    reason,
    ...change,
  })
export async function proposed(of: Parties, contractId: string, change: object) {
  const answer = await value(propose(of, contractId, change))
  await checkChangeWhenProposed(worker, heard('ChangeProposed', answer.id))
  await checkChangeWhenProposed(worker, heard('ChangeProposed', answer.id))
  return answer.id
}
export const rowOf = (id: string) => db.contractChange.findUniqueOrThrow({ where: { id } })
export const act = async (id: string) => ({ changeId: id, version: (await rowOf(id)).version })

export async function funded(of: Parties, id: string) {
  await askForMoney(contextOf(of.requester), { ...(await act(id)), stream: 'GPIT' })
  const { fundingRequestId } = await rowOf(id)
  await value(approveFunding(contextOf(of.approver), { id: fundingRequestId!, version: 1, reason: '' }))
  await fundChangeWhenFunded(worker, heard('FundingApproved', fundingRequestId!))
  await fundChangeWhenFunded(worker, heard('FundingApproved', fundingRequestId!))
}
export async function signed(of: Parties, id: string) {
  for (const by of [of.gainingSignatory, of.approver]) await value(signChange(contextOf(by), await act(id)))
}
