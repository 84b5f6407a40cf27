import { describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { parties } from '@/prisma/factories/contract'
import { switchIn } from '@/prisma/factories/switch-in'
import { getReport } from '../reports/get-report'
import { getStatistics } from '../statistics/get-statistics'
import { getDesk } from './get-desk'
import { getPortfolio } from './get-portfolio'

useDatabase()

describe('who sees what of many switches', () => {
  it('the commissioner sees the switches that it pays for, with what is late; nobody else does', async () => {
    const of = await parties()
    const story = await switchIn('trial-loaded', of)
    await db.switchTimer.create({
      data: {
        switchId: story.id,
        kind: 'check',
        dueOn: new Date('2026-01-05'),
        state: 'overdue',
        changedAt: story.now,
      },
    })
    const { lines, suppliers } = await getPortfolio(of.approver, story.now)
    expect(lines.map((line) => line.id)).toEqual([story.id])
    expect(lines[0]).toMatchObject({
      stage: 'trial',
      late: [{ what: 'Trial load checked', owner: 'Clinical lead' }],
      next: { title: 'Start the data check' },
    })
    expect(suppliers).toHaveLength(2)
    for (const actor of [of.manager, of.losingSignatory, of.stranger, contextOf().actor])
      expect((await getPortfolio(actor, story.now)).lines).toEqual([])
  })

  it('each supplier sees its own duties and the counts of the last report; who is no supplier sees nothing', async () => {
    const of = await parties()
    const story = await switchIn('ordered', of)
    expect((await getDesk(of.gainingSignatory, story.now))!.duties).toMatchObject([
      { switchId: story.id, side: 'gaining', what: 'Say that the trial load is done' },
    ])
    expect((await getDesk(of.losingSignatory, story.now))!.duties).toEqual([])
    await (await story.manifests('trial')).trialLoaded()
    await story.takenIn(story.report('trial', { unexplained: { S1: 2 } }))
    expect((await getDesk(of.losingSignatory, story.now))!.findings).toMatchObject([
      { switchId: story.id, unexplained: { S1: '1-4' }, verdict: 'different' },
    ])
    expect(await getDesk(of.manager, story.now)).toBeUndefined()
  })

  it('a report is there for the parties of its switch, and under no other switch', async () => {
    const of = await parties()
    const story = await switchIn('data-check', of)
    const other = await switchIn('draft', await parties())
    const { id } = await db.verifiedReport.findFirstOrThrow({ where: { switchId: story.id } })
    expect((await getReport(of.losingSignatory, story.id, id, story.now))!.number).toBe(1)
    expect(await getReport(of.stranger, story.id, id, story.now)).toBeUndefined()
    expect(await getReport(other.cast.manager, other.id, id, story.now)).toBeUndefined()
  })

  it('the public figures name no practice and leave small groups out', async () => {
    const of = await parties()
    const story = await switchIn('draft', of)
    const figures = JSON.stringify(await getStatistics({ now: story.now }))
    const practice = await db.organisation.findUniqueOrThrow({ where: { id: of.practice.id } })
    expect(figures).not.toContain(practice.name)
    expect(figures).not.toContain(story.id)
  })
})
