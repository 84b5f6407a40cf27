import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, system, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { answer, because } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { buyers } from '@/prisma/factories/call-off'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { listSubscriptions } from './list-subscriptions'
import { noteLabelChanges } from './note-label-changes'
import { sendDigests } from './send-digests'
import { subscribe } from './subscribe'
import { unsubscribe } from './unsubscribe'

useDatabase()
const later = (days: number) => contextOf(system, new Date(noon.getTime() + days * 86_400_000))
let made: MadeModule
let reader: Actor

beforeEach(async () => {
  made = await module.conformant()
  reader = await person.practiceManager((await organisation.practice()).id)
  await db.capability.create({
    data: { id: 'C5', name: 'Appointments', category: 'GP IT', status: 'effective', version: '1.0.0' },
  })
  await noteLabelChanges(contextOf(system))
})
const ask = (
  kind: 'module' | 'supplier' | 'standard' | 'capability',
  subjectId: string,
  rhythm = 'at-once',
  who = reader,
) => subscribe(contextOf(who), { kind, subjectId, rhythm: rhythm as 'at-once' })
const change = (words: string, kind = 'suspended', days = 0) =>
  db.moduleStanding
    .update({ where: { moduleVersionId: made.moduleVersionId }, data: { kind, words } })
    .then(() => noteLabelChanges(later(days)))
const letters = () =>
  db.mailMessage.findMany({ orderBy: { createdAt: 'asc' }, select: { subject: true, body: true, recipient: true } })

describe('NT-01 what a person hears of', () => {
  it('module, supplier, standard, capability: at once, one letter each change', async () => {
    for (const [kind, id] of [
      ['module', made.moduleId],
      ['supplier', made.supplierId],
      ['standard', 'S1'],
      ['capability', 'C5'],
    ] as const)
      expect(await answer(ask(kind, id))).toBe('done')
    expect((await listSubscriptions(contextOf(reader))).map((s) => s.named.words).sort()).toEqual(
      ['A standard', 'Appointments', expect.stringMatching(/^Module/), expect.stringMatching(/^Supplier of/)].sort(),
    )
    await Promise.all([change('Suspended'), noteLabelChanges(contextOf(system))])
    await noteLabelChanges(contextOf(system))
    expect(await db.labelChange.count()).toBe(1)
    expect(await letters()).toHaveLength(1)
    expect((await letters())[0]!.subject).toMatch(/: Suspended$/)
    expect((await letters())[0]!.body).toContain('/account/subscriptions')
    await change('Conformant', 'conformant')
    expect(await letters()).toHaveLength(2)
  })

  it.each(['module', 'supplier', 'standard', 'capability'] as const)(
    '%s alone is enough, another’s is not',
    async (kind) => {
      const other = await module.conformant()
      const ids = { module: made.moduleId, supplier: made.supplierId, standard: 'S1', capability: 'C5' }
      await ask(kind, ids[kind])
      const stranger = await person.practiceManager((await organisation.practice()).id)
      await ask('module', other.moduleId, 'at-once', stranger)
      await noteLabelChanges(contextOf(system))
      await change('Suspended')
      const { email } = await db.person.findUniqueOrThrow({ where: { id: reader.userId } })
      expect((await letters()).map((l) => l.recipient)).toEqual([email])
    },
  )

  it('daily and weekly in one letter each, nothing where nothing changed, each change once', async () => {
    await ask('module', made.moduleId, 'daily')
    await ask('supplier', made.supplierId, 'weekly')
    await change('Suspended', 'suspended', 0.1)
    await change('Conformant', 'conformant', 0.2)
    await sendDigests(contextOf(system))
    expect(await letters()).toHaveLength(0)
    await Promise.all([sendDigests(later(1)), sendDigests(later(1))])
    expect(await letters()).toMatchObject([{ subject: '2 labels have changed' }])
    await sendDigests(later(2))
    expect(await letters()).toHaveLength(1)
    await sendDigests(later(7))
    expect(await letters()).toHaveLength(2)
    await sendDigests(later(8))
    await sendDigests(later(14))
    expect(await letters()).toHaveLength(2)
  })

  it('contract holders hear of what is worse, whether they asked or not, and each thing once', async () => {
    const of = await buyers(noon)
    await db.contract.create({
      data: {
        id: newId(),
        number: 'K1',
        practiceId: of.practice.id,
        payerId: of.commissioner.id,
        supplierId: made.supplierId,
        moduleId: made.moduleId,
        moduleVersionId: made.moduleVersionId,
        moduleName: 'x',
        startsOn: noon,
        endsOn: new Date('2028-03-01'),
        noticeDays: 90,
        noticeDate: new Date('2027-12-02'),
        runsUntil: new Date('2028-03-01'),
        yearlyPence: 1n,
        totalPence: 1n,
        state: 'live',
        madeAt: noon,
      },
    })
    await change('Conformant with work-off (1, next due 1 May 2026)', 'work-off')
    expect(await db.notice.count()).toBe(0)
    for (const kind of ['remediation', 'suspended', 'removed']) await change(`Label ${kind}`, kind)
    expect(await db.notice.count(), 'the case tells of these').toBe(0)
    await change('Not conformant', 'not-conformant')
    const told = await db.notice.findMany({ select: { personId: true } })
    expect(told.map((n) => n.personId)).toContain(of.manager.userId)
    expect(new Set(told.map((n) => n.personId)).size).toBe(told.length)
  })

  it('only who has signed in, what is known, and its owner ends it', async () => {
    expect(await answer(ask('module', made.moduleId, 'daily', visitor))).toBe('forbidden')
    expect(await because(ask('module', newId()))).toBe('Choose something that is in the catalogue')
    expect(await because(ask('capability', 'C99'))).toBe('Choose something that is in the catalogue')
    await Promise.all([1, 2, 3].map(() => ask('module', made.moduleId)))
    await ask('module', made.moduleId, 'weekly')
    const [mine, ...more] = await listSubscriptions(contextOf(reader))
    expect([mine?.rhythm, more]).toEqual(['weekly', []])
    const other = await person.practiceManager((await organisation.practice()).id)
    const end = (actor: Actor) => answer(unsubscribe(contextOf(actor), { subscriptionId: mine!.id }))
    for (const actor of [other, visitor]) expect(await end(actor)).toBe('not-found')
    expect(await end(reader)).toBe('done')
    expect(await end(reader)).toBe('not-found')
    await change('Suspended')
    expect(await letters()).toHaveLength(0)
  })
})
