import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, system } from '@/lib/platform/actor'
import { addDays, dateFromDay, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, callOffIn, reviewed } from '@/prisma/factories/call-off'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { approveOrder } from './approve-order'
import { findCallOff } from './call-off-store'
import { acceptInWriting, acknowledgePoints } from './consent-to-gate'
import { narrowCallOff } from './narrow-call-off'
import { requestFunding } from './request-funding'
import { voidCallOffsWhenRemoved } from './void-call-off-when-removed'

const database = useDatabase()
let of: Buyers
let made: MadeModule
beforeEach(async () => {
  of = await buyers(noon)
  made = await module.conformant()
})

const today = dayOf(noon)
const reason = 'It is what the practice needs, said in more than thirty characters.'
const point = (words: string) => `S1/WHOLE is ${words}`

/** An open non-conformity of the module's one requirement, with a plan that was accepted so many days ago. */
async function plan(kind: 'WORK_OFF' | 'REMEDIATION', acceptedDaysAgo: number) {
  const nonConformityId = newId()
  const of = { standardVersionId: '00000000-0000-4000-8000-000000000001', requirementId: 'S1/WHOLE' }
  const about = { moduleVersionId: made.moduleVersionId, source: 'COMPLAINT', summary: 'Found by a practice' }
  const determinedOn = dateFromDay(addDays(today, -30))
  await db.nonConformity.create({ data: { id: nonConformityId, ...of, ...about, determinedOn } })
  const [acceptedOn, dueOn] = [dateFromDay(addDays(today, -acceptedDaysAgo)), dateFromDay(addDays(today, 60))]
  await db.plan.create({
    data: {
      id: newId(),
      nonConformityId,
      state: 'accepted',
      kind,
      hazard: 'LOW',
      summary: 'Mend it',
      acceptedOn,
      dueOn,
    },
  })
}
const ask = async (id: string) =>
  requestFunding(contextOf(of.manager), { id, version: (await findCallOff(db, id))!.version, reason })
const approve = async (id: string, actor: Actor = of.approver) => {
  const { fundingRequestId } = (await findCallOff(db, id))!
  const { version } = await db.fundingRequest.findUniqueOrThrow({ where: { id: fundingRequestId! } })
  return approveOrder(contextOf(actor), { id: fundingRequestId!, version, reason: '' })
}
const money = () =>
  db.budgetLine.aggregate({ _sum: { committedPence: true, reservedPence: true } }).then(({ _sum }) => _sum)
const conflict = (words: string) => ({
  ok: false,
  refusal: { kind: 'conflict', because: expect.stringContaining(words) },
})

describe('ACKNOWLEDGE, item by item', () => {
  it('an order of a module that is worked off waits until the practice has taken note', async () => {
    const id = await callOffIn('complete', of, made)
    await plan('WORK_OFF', 3)
    expect(await ask(id)).toMatchObject(conflict('Take note of each first: S1/WHOLE'))
    expect(await db.gateConsent.count()).toBe(0)
    const items = [point('being worked off')]
    const stranger = await person.practiceManager((await organisation.practice()).id)
    expect(await acknowledgePoints(contextOf(stranger), { id, items })).toMatchObject({
      refusal: { kind: 'not-found' },
    })
    const taken = await acknowledgePoints(contextOf(of.manager), { id, items: ['S1/WHOLE is fine'] })
    expect(taken, 'words that do not stand there now').toMatchObject({ refusal: { kind: 'stale' } })
    expect(await acknowledgePoints(contextOf(of.manager), { id, items })).toMatchObject({ ok: true })
    expect(await ask(id)).toMatchObject({ ok: true, value: { state: 'awaiting-funding', gate: 'ACKNOWLEDGE' } })
  })

  it('the payer does not see a draft, and cannot take note for the practice', async () => {
    const draft = await callOffIn('complete', of, made)
    await plan('WORK_OFF', 3)
    const items = ['S1/WHOLE']
    expect(await acknowledgePoints(contextOf(of.approver), { id: draft, items })).toMatchObject({
      refusal: { kind: 'not-found' },
    })
  })

  it('is append-only, and the database asks 20 characters of an acceptance', async () => {
    const id = await callOffIn('complete', of, made)
    const row = { callOffId: id, items: ['a'], personId: of.manager.userId, organisationId: of.practice.id, at: noon }
    await expect(
      db.gateConsent.create({ data: { ...row, id: newId(), kind: 'accepted', statement: 'too short' } }),
    ).rejects.toThrow(/gate_consent_statement/)
    await db.gateConsent.create({ data: { ...row, id: newId(), kind: 'acknowledged' } })
    await expect(database.asOwner(`update "GateConsent" set items = '{b}'`)).rejects.toThrow(/append-only/)
  })
})

describe('WRITTEN_ACCEPTANCE and the rest of 14 days', () => {
  const statement = 'Our practices need it until the plan is done'

  it('may be submitted; approved only by a payer who has accepted it in writing', async () => {
    const id = await callOffIn('complete', of, made)
    await plan('REMEDIATION', 14)
    expect(await ask(id)).toMatchObject({ ok: true, value: { gate: 'WRITTEN_ACCEPTANCE' } })
    expect(await approve(id)).toMatchObject(conflict('accept that in writing'))
    expect(await acceptInWriting(contextOf(of.manager), { id, statement })).toMatchObject({
      refusal: { kind: 'forbidden' },
    })
    const both = await Promise.all(
      [of.approver, of.second].map((a) => acceptInWriting(contextOf(a), { id, statement })),
    )
    expect(both.every((answer) => answer.ok)).toBe(true)
    expect(await approve(id)).toMatchObject({ ok: true, value: { state: 'approved' } })
    expect((await findCallOff(db, id))!.gateSha256, 'KO-01: the answer stays with the order').toMatch(/^[0-9a-f]{64}$/)
  })

  it('on the 14th day an order still rests, whatever was accepted; on the 15th it does not', async () => {
    const id = await callOffIn('complete', of, made)
    await plan('REMEDIATION', 13)
    await ask(id)
    await acceptInWriting(contextOf(of.approver), { id, statement })
    expect(await approve(id)).toMatchObject(conflict('orders rest up to and including'))
    expect((await money()).committedPence).toBe(0n)
  })
})

describe('the gate at approval (KO-01)', () => {
  it('a module suspended after the submission gets no money; the ladder of funding stays as it was', async () => {
    const id = await callOffIn('awaiting-funding', of, made)
    await db.officerDecision.create({
      data: {
        id: newId(),
        moduleVersionId: made.moduleVersionId,
        kind: 'SUSPEND',
        reason: 'A serious fault was found in the record view',
        effectiveFrom: dateFromDay(today),
        madeOn: dateFromDay(today),
        madeById: newId(),
        secondedById: newId(),
        recordedAt: noon,
      },
    })
    expect(await approve(id)).toMatchObject(conflict('may not be bought now (Suspended)'))
    expect((await money()).committedPence).toBe(0n)
    expect(await approve(id, of.manager), 'who may not decide hears why, not of the gate').toMatchObject({
      refusal: { kind: 'forbidden' },
    })
  })
})

describe('a removed module', () => {
  it('voids every unsigned order of it, once, and frees its money; a signed one stays', async () => {
    const ids = []
    for (const state of ['draft', 'awaiting-funding', 'funded', 'signing'] as const)
      ids.push(await callOffIn(state, of, made))
    const other = await callOffIn('signing', of, await module.conformant())
    const before = await money()
    const about = { type: 'ModuleVersion', id: made.moduleVersionId }
    const heard = {
      id: 1n,
      name: 'ModuleRemoved',
      about,
      from: null,
      to: null,
      organisationId: null,
      data: {},
      at: noon,
    }
    await Promise.all([1, 2].map(() => voidCallOffsWhenRemoved(contextOf(system), heard).catch(() => undefined)))
    await voidCallOffsWhenRemoved(contextOf(system), heard)
    for (const id of ids) expect((await findCallOff(db, id))!.state).toBe('void')
    expect((await findCallOff(db, other))!.state).toBe('signing')
    expect(await db.event.count({ where: { name: 'CallOffVoided' } })).toBe(4)
    const after = await money()
    expect(after.reservedPence).toBe(0n)
    expect(after.committedPence).toBeLessThan(before.committedPence!)
    expect(after.committedPence).toBe((await findCallOff(db, other))!.totalPence)
  })
})

describe('one capability has lapsed', () => {
  it('the rest can be ordered: priced again, another hash, never more than was chosen; a stranger cannot', async () => {
    const whole = await module.conformant({ capabilities: ['C5', 'C13'] })
    const id = await callOffIn('complete', of, whole)
    const before = (await findCallOff(db, id))!
    const input = { id, version: before.version, capabilityIds: ['C5'] }
    const stranger = await person.practiceManager((await organisation.practice()).id)
    expect(await narrowCallOff(contextOf(stranger), input)).toMatchObject({ refusal: { kind: 'not-found' } })
    expect(await narrowCallOff(contextOf(of.manager), { ...input, capabilityIds: ['C5', 'C1'] })).toMatchObject({
      refusal: { kind: 'invalid' },
    })
    const both = await Promise.all([1, 2].map(() => narrowCallOff(contextOf(of.manager), input)))
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
    const after = (await findCallOff(db, id))!
    expect(after.capabilityIds).toEqual(['C5'])
    expect(after.termsHash).not.toBe(before.termsHash)
    expect(await ask(id), 'what was reviewed is another order').toMatchObject(conflict('Review'))
    await reviewed(of, id)
    expect(await ask(id)).toMatchObject({ ok: true })
    expect(await narrowCallOff(contextOf(of.manager), { ...input, version: after.version + 1 })).toMatchObject({
      refusal: { kind: 'wrong-state' },
    })
  })
})
