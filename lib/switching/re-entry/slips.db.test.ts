import { describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { answer } from '@/lib/testing/answers'
import { useDatabase } from '@/lib/testing/database'
import { parties } from '@/prisma/factories/contract'
import { fullSwitchIn } from '@/prisma/factories/full-switch-way'
import { enterSlip, logSlip, matchSlips, voidSlip } from './log-slips'

useDatabase()
const reason = 'The patient left before anything was done, so nothing is to be typed in'

describe('the re-entry log (RE-01)', () => {
  it('keeps a number and a kind, until a run of the new system or two people close it', async () => {
    const of = await parties()
    const s = await fullSwitchIn('loaded', of)
    const { story } = s
    const as = async <T extends object>(actor: typeof of.manager, command: typeof logSlip, input: T) =>
      answer(command(story.context(actor), { ...(await story.at()), ...input } as never))
    const stateOf = async (number: number) =>
      (await db.reEntryItem.findUniqueOrThrow({ where: { switchId_number: { switchId: s.id, number } } })).state
    expect(await as(of.delivery, logSlip, { number: 1, kind: 'result' })).toBe('forbidden')
    for (const number of [1, 2]) expect(await as(of.manager, logSlip, { number, kind: 'prescription' })).toBe('done')
    expect(await as(of.manager, logSlip, { number: 1, kind: 'result' })).toBe('invalid')
    expect(await as(of.manager, enterSlip as never, { number: 9 })).toBe('invalid')
    expect(await as(of.partner, enterSlip as never, { number: 1 })).toBe('done')
    expect(await as(of.partner, enterSlip as never, { number: 1 })).toBe('wrong-state')
    expect(await as(of.manager, matchSlips as never, {})).toBe('conflict')

    expect(await as(of.manager, voidSlip as never, { number: 2, reason })).toBe('done')
    expect(await stateOf(2)).toBe('open')
    expect(await as(of.manager, voidSlip as never, { number: 2, reason })).toBe('conflict')
    expect(await as(of.partner, voidSlip as never, { number: 2, reason })).toBe('done')
    expect(await stateOf(2)).toBe('void')

    await s.on(-2, '12:00')
    await story.takenIn(story.report('final'))
    await s.state('clinical-lead', 'delta', { resources: 1, why: 'One' })
    await s.provenOn()
    await story.siteLive('2026-02-28')
    await (await s.sign('G10')).story.live()
    await s.on(1)
    await story.manifests('day-1')
    await story.takenIn(story.report('day-1'))
    expect(await as(of.partner, matchSlips as never, {})).toBe('done')
    expect(await stateOf(1)).toBe('matched')
    const columns = Object.keys(await db.reEntryItem.findFirstOrThrow())
    expect(columns.filter((name) => /text|note|patient|nhs/i.test(name))).toEqual([])
  }, 180_000)
})
