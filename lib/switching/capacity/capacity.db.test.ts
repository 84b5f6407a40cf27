import { describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { answer } from '@/lib/testing/answers'
import { useDatabase } from '@/lib/testing/database'
import { parties } from '@/prisma/factories/contract'
import { FullSwitchStory } from '@/prisma/factories/full-switch'
import { publishCapacity } from './publish-capacity'
import { reserveCapacity } from './reserve-capacity'

useDatabase()
const week = '2026-02-23'

/** Two switches of two practices to the same supplier. */
async function twoSwitches() {
  const [one, other] = [await parties(), await parties()]
  const second = { ...other, gaining: one.gaining, gainingSignatory: one.gainingSignatory }
  return [await FullSwitchStory.open(one, '2026-03-02'), await FullSwitchStory.open(second, '2026-03-02')] as const
}

async function published(s: FullSwitchStory, change: { slots?: number; blackout?: boolean } = {}) {
  const input = {
    organisationId: s.of.gaining.id,
    kind: 'final-load' as const,
    week,
    slots: 1,
    blackout: false,
    ...change,
  }
  return answer(publishCapacity(s.story.context(s.of.gainingSignatory), input))
}
const reserve = async (s: FullSwitchStory) => {
  const { id: weekId } = await db.capacityWeek.findFirstOrThrow()
  return answer(reserveCapacity(s.story.context(s.of.manager), { ...(await s.story.at()), weekId }))
}

describe('capacity (CC-01, CC-02)', () => {
  it('one of two switches wins the last slot, and a week never holds less than is taken', async () => {
    const [one, other] = await twoSwitches()
    expect(await published(one)).toBe('done')
    const answers = await Promise.all([reserve(one), reserve(other)])
    expect(answers.sort()).toEqual(['conflict', 'done'])
    expect(await db.capacityWeek.findFirstOrThrow()).toMatchObject({ slots: 1, taken: 1 })
    expect(await published(one, { slots: 0 })).toBe('invalid')
    await expect(db.capacityWeek.updateMany({ data: { taken: 2 } })).rejects.toThrow(/capacity_slots/)
  }, 60_000)

  it('nothing is reserved in a closed week, nor twice by one switch, and strangers publish nothing', async () => {
    const [one] = await twoSwitches()
    expect(await published(one, { slots: 3, blackout: true })).toBe('done')
    expect(await reserve(one)).toBe('conflict')
    expect(await published(one, { slots: 3 })).toBe('done')
    expect(await reserve(one)).toBe('done')
    expect(await reserve(one)).toBe('conflict')
    const week1 = { organisationId: one.of.gaining.id, kind: 'trainer' as const, week, slots: 1, blackout: false }
    expect(await answer(publishCapacity(one.story.context(one.of.manager), week1))).toBe('forbidden')
  }, 60_000)
})
