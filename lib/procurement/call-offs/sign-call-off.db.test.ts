import { beforeEach, describe, expect, it } from 'vitest'
import { liftSuspension, proposeLifting } from '@/lib/assurance/decisions/lift-suspension'
import { proposeSuspension, suspendModule } from '@/lib/assurance/decisions/suspend-module'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, callOffIn, fundedBy, saved } from '@/prisma/factories/call-off'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { findCallOff } from './call-off-store'
import { getSignedCallOff } from './get-signed-call-off'
import { refuseCallOff } from './refuse-call-off'
import { reopenCallOff } from './reopen-call-off'
import { signCallOff } from './sign-call-off'

const database = useDatabase()
let of: Buyers
let made: MadeModule
let signatory: Actor
beforeEach(async () => {
  of = await buyers(noon)
  made = await module.conformant()
  signatory = await person.signatory(made.supplierId)
})

const sign = async (
  actor: Actor,
  id: string,
  given: { version?: number; termsHash?: string; provedAt?: Date } = {},
) => {
  const seen = (await findCallOff(db, id))!
  return signCallOff(
    contextOf(actor),
    { id, version: given.version ?? seen.version, termsHash: given.termsHash ?? seen.termsHash },
    given.provedAt ?? noon,
  )
}
const events = (id: string) =>
  db.event
    .findMany({
      where: { aboutId: id, name: { startsWith: 'CallOffSigned' } },
      select: { name: true },
      orderBy: { id: 'asc' },
    })
    .then((rows) => rows.map((r) => r.name))
const kindOf = (answer: Awaited<ReturnType<typeof sign>>) => (answer.ok ? answer.value.state : answer.refusal.kind)

describe('signing', () => {
  it('both sides, in either order, make a signed order', async () => {
    const id = await callOffIn('signing', of, made)
    expect(await getSignedCallOff(db, id)).toBeUndefined()
    expect(kindOf(await sign(signatory, id))).toBe('signing')
    expect(kindOf(await sign(of.approver, id))).toBe('signed')
    expect(await events(id)).toEqual(['CallOffSignedByOneSide', 'CallOffSigned'])
    expect(await getSignedCallOff(db, id)).toMatchObject({
      practiceId: of.practice.id,
      yearlyPence: 1_243_746n,
      totalPence: 3_731_238n,
    })
  })

  it('climbs the ladder: not found, forbidden, stale, wrong state', async () => {
    const id = await callOffIn('signing', of, made)
    const stranger = await person.signatory((await organisation.supplier()).id)
    expect(kindOf(await sign(stranger, id))).toBe('not-found')
    expect(kindOf(await sign(of.manager, id))).toBe('forbidden')
    expect(kindOf(await sign(signatory, id, { version: 1 }))).toBe('stale')
    expect(kindOf(await sign(signatory, id, { termsHash: 'a'.repeat(64) }))).toBe('stale')
    expect(await db.signature.count()).toBe(0)
    await sign(signatory, id)
    await sign(of.approver, id)
    expect(kindOf(await sign(of.second, id))).toBe('forbidden')
  })

  it('S1: a proof of identity older than five minutes does not sign', async () => {
    const id = await callOffIn('signing', of, made)
    expect(await sign(signatory, id, { provedAt: new Date(noon.getTime() - 300_001) })).toMatchObject({
      refusal: { kind: 'conflict', because: expect.stringContaining('5 minutes') },
    })
  })

  it('two approvers at once give one signature of the payer', async () => {
    const id = await callOffIn('signing', of, made)
    const answers = await Promise.all([sign(of.approver, id), sign(of.second, id)])
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await db.signature.count()).toBe(1)
  })

  it('N6, A4: a module suspended between decision and signature cannot be signed; lifted, it can', async () => {
    const id = await callOffIn('signing', of, made)
    const authority = (await organisation.authority()).id
    const [first, second] = [await person.officer(authority), await person.officer(authority)]
    const reason = 'A serious fault was found in the record view'
    const proposed = await value(proposeSuspension(contextOf(first), { moduleVersionId: made.moduleVersionId, reason }))
    await value(suspendModule(contextOf(second), { proposalId: proposed.id, version: 1 }))
    expect(await sign(signatory, id)).toMatchObject({
      refusal: { kind: 'conflict', because: expect.stringContaining('Suspended') },
    })
    expect(await db.signature.count()).toBe(0)
    const lifting = await value(proposeLifting(contextOf(second), { moduleVersionId: made.moduleVersionId, reason }))
    await value(liftSuspension(contextOf(first), { proposalId: lifting.id, version: 1 }))
    expect(kindOf(await sign(signatory, id))).toBe('signing')
  })

  it('N5, B7: edited after approval, approval and signatures are void and the money is free', async () => {
    const id = await callOffIn('signing', of, made)
    await sign(signatory, id)
    const before = (await findCallOff(db, id))!
    expect(await reopenCallOff(contextOf(of.manager), { id, version: before.version })).toMatchObject({
      ok: true,
      value: { state: 'draft', fundingRequestId: null },
    })
    const draft = (await findCallOff(db, id))!
    await value(saved(of, id, 'timescales', { startsOn: draft.startsOn, initial: '24', maximum: '24' }))
    const after = (await findCallOff(db, id))!
    expect(after.termsHash).not.toBe(before.termsHash)
    expect(after.totalPence).toBe(2_487_492n)
    expect([before.number.slice(7), after.number.slice(7)]).toEqual(['-01', '-02'])
    expect(await db.budgetLine.aggregate({ _sum: { committedPence: true, reservedPence: true } })).toEqual({
      _sum: { committedPence: 0n, reservedPence: 0n },
    })
    expect(kindOf(await sign(signatory, id))).toBe('not-found')
  })

  it('an approval of other terms does not release the order', async () => {
    const id = await callOffIn('awaiting-funding', of, made)
    const { fundingRequestId } = (await findCallOff(db, id))!
    await database.asOwner(`update "CallOff" set "termsHash" = repeat('b', 64) where id = $1`, [id])
    await fundedBy(of.approver, noon, fundingRequestId!)
    expect((await findCallOff(db, id))!.state).toBe('awaiting-funding')
  })

  it('the supplier can refuse with a reason; the money is free', async () => {
    const id = await callOffIn('signing', of, made)
    const { version } = (await findCallOff(db, id))!
    expect(
      await refuseCallOff(contextOf(signatory), {
        id,
        version,
        reason: 'We cannot deliver on that date, sorry to say.',
      }),
    ).toMatchObject({ ok: true, value: { state: 'refused' } })
    expect((await findCallOff(db, id))!.refusedReason).toMatch(/.{30}/)
    const refused = await db.event.findFirstOrThrow({ where: { aboutId: id, name: 'CallOffRefused' } })
    expect(refused.data, 'an event holds no free text').toEqual({})
    expect(await db.budgetLine.aggregate({ _sum: { committedPence: true } })).toEqual({ _sum: { committedPence: 0n } })
  })

  it('A3: a signature refuses update and delete', async () => {
    const id = await callOffIn('signing', of, made)
    await sign(signatory, id)
    await expect(database.asOwner(`update "Signature" set side = 'payer'`)).rejects.toThrow(/append-only/)
    await expect(database.asOwner(`delete from "Signature"`)).rejects.toThrow(/append-only/)
  })
})
