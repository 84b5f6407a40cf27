import { describe, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { contract, parties } from '@/prisma/factories/contract'
import { remindOfNoticeDates } from './remind-of-notice-dates'

useDatabase()
const at = (instant: Date) => remindOfNoticeDates(contextOf(system, instant))

describe('reminders of a notice date', () => {
  it('each once for a contract, an anchor and an offset, to the owners by role, over both changes of the clock (C6, W9)', async () => {
    const of = await parties()
    const { id } = await contract.present(of) // notice date 2 July 2026; the clock changes on 29 March
    const autumn = await contract.made(of, { startsOn: '2025-02-01', endsOn: '2027-01-31' }) // 2 November 2026; 25 October
    // Every 17 hours from before the first reminder to after the last: every hour of the day, and some days twice.
    for (let t = Date.parse('2026-01-01T00:30:00Z'); t < Date.parse('2026-11-05T00:00:00Z'); t += 17 * 3_600_000) {
      await at(new Date(t))
    }
    const letters = await db.mailMessage.findMany({ select: { key: true, recipient: true, createdAt: true } })
    const offsets = (contractId: string, day: string) =>
      letters
        .filter((letter) => letter.key.startsWith(`notice-date/${contractId}/${day}/`))
        .map((letter) => Number(letter.key.split('/')[3]))
        .sort((a, b) => b - a)
    const three = (n: number) => [n, n, n] // requester, approver and practice manager
    const all = [180, 90, 60, 30, 14, 7, 1].flatMap(three)
    expect(offsets(id, '2026-07-02')).toEqual(all)
    expect(offsets(autumn.id, '2026-11-02')).toEqual(all)
    expect(letters).toHaveLength(2 * all.length)
  }, 120_000)

  it('20 at once write each letter once; a reminder missed while the portal stood still comes late, as one', async () => {
    const of = await parties()
    const { id } = await contract.present(of)
    await Promise.all(Array.from({ length: 20 }, () => at(new Date('2026-06-20T08:00:00Z'))))
    const keys = (await db.mailMessage.findMany({ select: { key: true } })).map((letter) => letter.key)
    expect(keys).toHaveLength(3)
    expect(keys.every((key) => key.startsWith(`notice-date/${id}/2026-07-02/14/`))).toBe(true)
  })

  it('none once notice is given, and none on the notice date or after', async () => {
    const of = await parties()
    const { id } = await contract.present(of)
    await at(new Date('2026-07-02T08:00:00Z'))
    await at(new Date('2026-08-02T08:00:00Z'))
    await db.contract.update({ where: { id }, data: { state: 'terminating' } })
    await at(new Date('2026-06-20T08:00:00Z'))
    expect(await db.mailMessage.count()).toBe(0)
  })
})
