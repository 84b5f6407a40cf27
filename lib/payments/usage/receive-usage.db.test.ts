import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { gateway, type Recorded } from '@/lib/testing/usage-batches'
import { receiveUsage } from './receive-usage'

const database = useDatabase()
let one: Awaited<ReturnType<typeof gateway>>
beforeEach(async () => {
  one = await gateway()
})

const used = (given: Partial<Recorded> = {}): Recorded => ({
  id: 'r1',
  module: 'openpath-core',
  practice: 'A81001',
  day: '2026-02-10',
  meter: 'message',
  quantity: 7,
  ...given,
})
const send = (envelope: unknown, now = noon) => receiveUsage(contextOf(undefined, now), envelope)
const states = async () =>
  (await db.usageBatch.findMany({ orderBy: { sequence: 'asc' } })).map(({ sequence, state }) => `${sequence} ${state}`)

describe('G1: who signs', () => {
  it('a good batch is accepted', async () => {
    expect(await send(one.batch(1, [used()]))).toMatchObject({ status: 200 })
    expect(await states()).toEqual(['1 accepted'])
  })

  it('an unknown, revoked, out-of-date or other issuer’s key, or a bad signature, is 400 and leaves nothing', async () => {
    const batch = one.batch(1, [used()])
    const two = await gateway('gateway-two')
    expect(await send({ ...batch, keyId: 'nobody' })).toMatchObject({ status: 400 })
    expect(await send({ ...batch, keyId: two.keyId })).toMatchObject({ status: 400 })
    expect(await send({ ...batch, body: { ...batch.body, sequence: 2 } })).toMatchObject({ status: 400 })
    expect(await send({ ...batch, signature: 'A'.repeat(86).concat('==') })).toMatchObject({ status: 400 })
    expect(await send(batch, new Date('2025-12-31T12:00:00Z'))).toMatchObject({ status: 400 })
    await db.gatewayKey.updateMany({ data: { validTo: new Date('2026-03-01') } })
    expect(await send(batch)).toMatchObject({ status: 400, words: 'The key is not valid today' })
    await db.gatewayKey.updateMany({ data: { validTo: null, revokedAt: noon, revokedById: one.issuerId } })
    expect(await send(batch)).toMatchObject({ status: 400, words: 'The key is revoked' })
    expect(await db.usageBatch.count()).toBe(0)
  })

  it('the order of members does not matter: the bytes are those of RFC 8785', async () => {
    const batch = one.batch(1, [used()])
    const turned = Object.fromEntries(Object.entries(batch.body).reverse())
    expect(await send({ ...batch, body: turned })).toMatchObject({ status: 200 })
  })
})

describe('G2: in what order', () => {
  it('the same bytes again do nothing, also twenty times at once', async () => {
    const batch = one.batch(1, [used()])
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(batch)))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(await db.usageBatch.count()).toBe(1)
    expect(await db.event.count({ where: { name: 'UsageAccepted' } })).toBe(1)
  })

  it('other bytes under the same number are 409 with one alarm, and change nothing', async () => {
    await send(one.batch(1, [used()]))
    const other = one.envelope({ ...one.batch(1, [used({ quantity: 8 })]).body, previousHash: '0'.repeat(64) })
    for (let twice = 0; twice < 2; twice++) expect(await send(other)).toMatchObject({ status: 409 })
    expect(await db.usageAlarm.count()).toBe(1)
    expect(await db.event.count({ where: { name: 'UsageAlarmed' } })).toBe(1)
    expect((await db.usageBatch.findFirstOrThrow()).body).toContain('"quantity":7')
  })

  it('a gap is 202 and waits; what was missing takes all of it up', async () => {
    const [first, second, third] = [one.batch(1, [used()]), one.batch(2, []), one.batch(3, [])]
    expect(await send(third)).toMatchObject({ status: 202 })
    expect(await send(second)).toMatchObject({ status: 202 })
    expect(await send(third)).toMatchObject({ status: 202 })
    expect(await send(first)).toMatchObject({ status: 200 })
    expect(await states()).toEqual(['1 accepted', '2 accepted', '3 accepted'])
  })

  it('one that names another batch before it is 409, and refused where it had waited', async () => {
    const first = one.batch(1, [used()])
    const wrong = one.batch(2, [], { previousHash: 'f'.repeat(64) })
    expect(await send(wrong)).toMatchObject({ status: 202 })
    await send(first)
    expect(await states()).toEqual(['1 accepted', '2 refused'])
    expect(await db.usageAlarm.count()).toBe(1)
    expect(await send(one.batch(1, [], { sequence: 2, previousHash: 'e'.repeat(64) }))).toMatchObject({ status: 409 })
  })

  it('what was signed is never changed, not even by the owner of the database', async () => {
    await send(one.batch(1, [used()]))
    await expect(database.asOwner(`update "UsageBatch" set body = '{}'`)).rejects.toThrow(/never changed/)
    await expect(database.asOwner(`delete from "UsageBatch"`)).rejects.toThrow(/append-only/)
  })
})

describe('G3: what a record may hold', () => {
  it.each([
    ['N17: a patient’s number', { nhsNumber: '9434765919' }, 'body.records.0'],
    ['a fraction', { quantity: 1.5 }, 'body.records.0.quantity'],
    ['less than nothing', { quantity: -1 }, 'body.records.0.quantity'],
    ['a count in words', { quantity: '7' }, 'body.records.0.quantity'],
    ['an instant for a day', { day: '2026-02-10T10:00:00Z' }, 'body.records.0.day'],
    ['a day that is none', { day: '2026-02-30' }, 'body.records.0.day'],
    ['a day outside the batch', { day: '2026-01-31' }, 'body.records'],
    ['a name for a practice', { practice: 'Riverside Surgery' }, 'body.records.0.practice'],
  ])('%s is refused with its place, and nothing of it is kept', async (_, given, field) => {
    expect(await send(one.batch(1, [{ ...used(), ...given } as Recorded]))).toMatchObject({ status: 400, field })
    expect(await db.usageBatch.count()).toBe(0)
  })

  it('an unknown field of the batch, two records of one id, and more than 50,000 are refused', async () => {
    expect(await send(one.batch(1, [], { patient: 'x' }))).toMatchObject({ status: 400 })
    expect(await send(one.batch(1, [used(), used({ quantity: 8 })]))).toMatchObject({ status: 400 })
    const many = Array.from({ length: 50_001 }, (_, i) => used({ id: `r${i}` }))
    expect(await send(one.batch(1, many))).toMatchObject({ status: 400 })
    expect(await send(null)).toMatchObject({ status: 400 })
  })
})
