import { beforeEach, describe, expect, it } from 'vitest'
import { suspendSupplier } from '@/lib/catalogue/suppliers/suspend-supplier'
import { dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, decided, frozenProject } from '@/prisma/factories/call-off'
import { declaration } from '@/prisma/factories/declaration'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { cancelProject } from './cancel-project'
import { decideProject } from './decide-project'
import { getDecisionPack, getProject } from './get-project'
import type { AwardReason } from './project'

useDatabase()
let of: Buyers
beforeEach(async () => {
  of = await buyers(noon)
})
const reason = 'A reason that is long enough to be kept for good.'
const input = async (id: string, winnerId: string, reasonCode: AwardReason = 'continuity') => {
  const project = (await getProject(of.manager, id))!
  const others = project.entries.filter((entry) => entry.id !== winnerId)
  const exclusions = Object.fromEntries(others.map((e) => [e.id, { code: 'support' as const, text: reason }]))
  return { id, version: project.version, winnerId, reasonCode, reason, exclusions }
}
const outcome = async (id: string) => (await getProject(of.manager, id))!.decision
const nothingDecided = async (id: string) => {
  expect(await outcome(id)).toBeNull()
  expect(await db.event.count({ where: { aboutId: id, name: 'DecisionRecorded' } })).toBe(0)
}

describe('A6: the cap of the route, asked at the decision', () => {
  it('W3: £37,312.38 is awarded directly; a dearer one is not, and its refusal says what to do', async () => {
    const [good, dear] = [
      await module.conformant({ unitPrice: '126000' }),
      await module.conformant({ unitPrice: '168000' }),
    ]
    const id = await frozenProject(of, [good, dear])
    expect(await because(decided(of, id, dear.moduleId))).toBe(
      'Direct award is for orders up to £40,000.00 excluding VAT. Start again with another route, or a shorter term.',
    )
    await nothingDecided(id)
    expect(await answer(decided(of, id, good.moduleId))).toBe('done')
    expect((await outcome(id))!.mechanism).toMatchObject({ kind: 'best-by-mechanism' })
  })

  it('a framework’s own cap counts before the authority’s', async () => {
    const made = await module.conformant()
    const id = await frozenProject(of, [made])
    await db.frameworkRoute.create({
      data: { frameworkId: 'TIF001', kind: 'direct-award', capPounds: 37_312, allowsFoundation: true },
    })
    expect(await because(decided(of, id, made.moduleId))).toContain('up to £37,312.00')
  })

  it('on the route of a competition nothing is awarded directly, and off the catalogue for its own reason alone', async () => {
    const made = await module.conformant({ capabilities: ['C1'] })
    const competing = await frozenProject(of, [made], { route: 'competition' })
    expect(await because(decided(of, competing, made.moduleId))).toContain('On this route suppliers compete')
    const elsewhere = await frozenProject(of, [await module.conformant({ unitPrice: '900000' })], {
      route: 'off-catalogue',
    })
    const [entry] = (await getProject(of.manager, elsewhere))!.entries
    await declaration.passed(entry!.supplierId)
    expect(await because(decideProject(contextOf(of.manager), await input(elsewhere, entry!.id)))).toContain(
      'held elsewhere',
    )
    expect(
      await answer(decideProject(contextOf(of.manager), await input(elsewhere, entry!.id, 'held-elsewhere'))),
    ).toBe('done')
  })
})

describe('COM-10: what forbids an award is refused by name', () => {
  const spoils: Record<string, [spoil: (supplierId: string) => Promise<unknown>, words: string]> = {
    'the framework': [
      () => db.framework.updateMany({ data: { expiresOn: dateFromDay('2026-03-01') } }),
      'A framework is not open for new orders',
    ],
    'its place on it': [() => db.project.updateMany({ data: { frameworkId: 'ATP001' } }), 'The one is not on Another'],
    'a declaration that failed': [(id) => declaration.failed(id), 'has no declaration in force'],
    'a declaration that ran out': [
      (id) => declaration.passed(id, new Date('2024-01-10T12:00:00Z')),
      'has no declaration in force',
    ],
    'a supplier that is suspended': [suspended, 'is suspended: nothing of it can be bought'],
  }
  it.each(Object.entries(spoils))('%s', async (_, [spoil, words]) => {
    const made = await module.conformant({ name: 'The one' })
    const id = await frozenProject(of, [made])
    const names = { name: 'Another', shortName: 'Another', owner: 'x', fundingTypes: [], expired: false }
    await db.framework.create({ data: { id: 'ATP001', ...names } })
    await spoil(made.supplierId)
    expect(await because(decided(of, id, made.moduleId))).toContain(words)
    await nothingDecided(id)
  })

  it('A4: a suspension at the same moment comes after the award, or the award is refused', async () => {
    const curator = await person.curator((await organisation.authority()).id)
    for (let i = 0; i < 9; i++) {
      const made = await module.conformant()
      const id = await frozenProject(of, [made])
      await declaration.passed(made.supplierId)
      const suspend = suspendSupplier(contextOf(curator), { supplierId: made.supplierId, reason })
      const [award] = await Promise.all([answer(decided(of, id, made.moduleId)), suspend])
      const events = await db.event.findMany({
        where: { aboutId: { in: [id, made.supplierId] }, name: { in: ['SupplierSuspended', 'DecisionRecorded'] } },
        select: { name: true },
        orderBy: { id: 'asc' },
      })
      const names = events.map(({ name }) => name)
      if (award === 'done') expect(names).toEqual(['DecisionRecorded', 'SupplierSuspended'])
      else expect([award, names]).toEqual(['conflict', ['SupplierSuspended']])
    }
  }, 120_000)
})

describe('other ends', () => {
  it('A8: none suitable needs a reason for every one, and leaves no winner', async () => {
    const id = await frozenProject(of, [await module.conformant(), await module.conformant()])
    const all = await input(id, 'none')
    const [first] = Object.keys(all.exclusions)
    const { [first!]: _, ...some } = all.exclusions
    expect(await because(decideProject(contextOf(of.manager), { ...all, exclusions: some }))).toMatch(/Say why/)
    expect(await answer(decideProject(contextOf(of.manager), all))).toBe('done')
    expect(await outcome(id)).toMatchObject({ outcome: 'none-suitable', winnerId: null })
  })

  it('D3: an urgent award keeps the day by which it is reviewed: ten working days', async () => {
    const made = await module.conformant()
    const id = await frozenProject(of, [made])
    await declaration.passed(made.supplierId)
    const [entry] = (await getProject(of.manager, id))!.entries
    expect(await answer(decideProject(contextOf(of.manager), await input(id, entry!.id, 'urgent')))).toBe('done')
    expect(JSON.parse((await getDecisionPack(of.manager, id))!).decision.mechanism).toMatchObject({
      reviewBy: '2026-03-16',
    })
  })

  it('D6: cancelled is a state that its people read; strangers find nothing', async () => {
    const id = await frozenProject(of, [await module.conformant()])
    const stranger = await person.practiceManager((await organisation.practice()).id)
    const cancel = (actor = of.manager, version = 3) => cancelProject(contextOf(actor), { id, version, reason })
    expect(await answer(cancel(stranger))).toBe('not-found')
    expect(await answer(cancel(of.manager, 2))).toBe('stale')
    expect(await answer(cancel())).toBe('done')
    expect(await answer(cancel(of.manager, 4))).toBe('wrong-state')
    expect(await outcome(id)).toMatchObject({ outcome: 'cancelled', reason })
    expect(await getProject(stranger, id)).toBeUndefined()
  })
})

async function suspended(supplierId: string) {
  const curator = await person.curator((await organisation.authority()).id)
  await value(suspendSupplier(contextOf(curator), { supplierId, reason }))
}
