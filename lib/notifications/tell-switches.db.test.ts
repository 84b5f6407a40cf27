import { describe, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { parties } from '@/prisma/factories/contract'
import { fullSwitchIn } from '@/prisma/factories/full-switch-way'
import { tellSwitchMoved } from './tell-switch-moved'
import { tellSwitchTimer } from './tell-switch-timer'

useDatabase()
const ctx = contextOf(system)
const eventOf = (id: string, name: string, data: Record<string, unknown> = {}): StoredEvent => ({
  id: 900_000n + BigInt(name.length),
  name,
  about: { type: 'Switch', id },
  from: null,
  to: null,
  organisationId: null,
  data,
  at: ctx.now,
})
const letters = async () => {
  const rows = await db.mailMessage.findMany({ select: { recipient: true, subject: true, body: true } })
  return rows.filter(({ body }) => body.includes('/switches/'))
}
const emailsOf = async (ids: string[]) =>
  (await db.person.findMany({ where: { id: { in: ids } }, select: { email: true } })).map(({ email }) => email).sort()

describe('letters of a switch', () => {
  it('TM-03: tell the owner, then the IT delivery partner, then the commissioner, each once', async () => {
    const s = await fullSwitchIn('mobilised', await parties())
    const overdue = { timer: 'meeting', dueOn: '2026-01-30' }
    const told = async (name: string, escalated: number) => {
      const event = eventOf(s.id, name, { ...overdue, escalated })
      await Promise.all([tellSwitchTimer(ctx, event), tellSwitchTimer(ctx, event)])
      const sent = await letters()
      await db.mailMessage.deleteMany()
      return sent
    }
    const [owner, partner, payer] = [
      await told('SwitchTimerOverdue', 1),
      await told('SwitchTimerEscalated', 2),
      await told('SwitchTimerEscalated!', 3),
    ]
    expect(owner.map(({ recipient }) => recipient)).toEqual(await emailsOf([s.of.manager.userId]))
    expect(owner[0]!.subject).toMatch(/: “Cut-over meeting held” is overdue$/)
    expect(owner[0]!.body).toContain('was due on 30 January 2026. It is for the practice manager.')
    expect(partner.map(({ recipient }) => recipient).sort()).toEqual(
      await emailsOf([s.of.manager.userId, s.of.delivery.userId]),
    )
    expect(payer.length).toBeGreaterThan(partner.length)
    expect(payer.map(({ recipient }) => recipient)).toEqual(
      expect.arrayContaining(await emailsOf([s.of.approver.userId])),
    )
  }, 120_000)

  it('tell everybody in it, both suppliers too, that it was rolled back, and nobody of what is only a fact', async () => {
    const s = await fullSwitchIn('mobilised', await parties())
    await tellSwitchMoved(ctx, eventOf(s.id, 'SwitchRolledBack'))
    const sent = (await letters()).map(({ recipient }) => recipient)
    expect(new Set(sent).size).toBe(sent.length)
    expect(sent).toEqual(
      expect.arrayContaining(
        await emailsOf(
          [s.of.manager, s.of.approver, s.of.losingSignatory, s.of.gainingSignatory].map(({ userId }) => userId),
        ),
      ),
    )
    await tellSwitchMoved(ctx, eventOf(s.id, 'FactStated'))
    expect((await letters()).length).toBe(sent.length)
  }, 120_000)
})
