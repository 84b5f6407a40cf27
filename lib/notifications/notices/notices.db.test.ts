import { describe, expect, it } from 'vitest'
import type { Person } from '@/lib/identity/person'
import { type Actor, system, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { answer } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { acknowledgeNotice } from './acknowledge-notice'
import { listNotices } from './list-notices'
import { hashOfNotice } from './notice-rules'
import { repeatNotices } from './repeat-notices'
import { sendNotice } from './send-notice'

const database = useDatabase()
const later = (days: number) => contextOf(system, new Date(noon.getTime() + days * 86_400_000))
const told = { key: 'suspended/1', subject: 'A module you use is suspended', text: 'Read this.\n\nAnd act.' }
const notice = { ...told, about: { type: 'ModuleVersion', id: newId() }, mustAcknowledge: true }
const personOf = async (actor: Actor): Promise<Person> =>
  db.person.findUniqueOrThrow({ where: { id: actor.userId }, select: { id: true, name: true, email: true } })
const letters = () => db.mailMessage.findMany({ orderBy: { createdAt: 'asc' }, select: { subject: true, body: true } })

async function two(): Promise<[Actor, Actor]> {
  const { id } = await organisation.practice()
  return [await person.practiceManager(id), await person.partner(id)]
}

describe('NT-02 notices', () => {
  it('keeps recipient, words and hash, once however often and however many at once it is told', async () => {
    const [a, b] = await two()
    const recipients = [await personOf(a), await personOf(b), await personOf(a)]
    await Promise.all(
      [1, 2, 3].map(() => db.$transaction((tx) => sendNotice(tx, contextOf(system), { ...notice, recipients }))),
    )
    expect(await sendNotice(db, contextOf(system), { ...notice, recipients })).toBe(0)
    expect(await db.notice.count()).toBe(2)
    expect(await letters()).toHaveLength(2)
    const [mine] = await listNotices(contextOf(a))
    expect(mine).toMatchObject({
      ...{ subject: told.subject, text: told.text },
      delivery: 'waiting',
      sentOn: '2026-03-02',
    })
    expect(mine!.textSha256).toBe(hashOfNotice(told))
    await db.mailMessage.updateMany({ data: { sentAt: noon } })
    expect((await listNotices(contextOf(a)))[0]!.delivery).toBe('sent')
    expect(await listNotices(contextOf(visitor))).toEqual([])
  })

  it('is sent again on the 3rd, 7th and 14th day, each once, and never after it was acknowledged', async () => {
    const [a, b] = await two()
    await sendNotice(db, contextOf(system), { ...notice, recipients: [await personOf(a), await personOf(b)] })
    const count = async () => (await letters()).length
    await repeatNotices(later(2))
    expect(await count()).toBe(2)
    await Promise.all([repeatNotices(later(3)), repeatNotices(later(3)), repeatNotices(later(4))])
    expect(await count()).toBe(4)
    expect((await letters()).at(-1)!.subject).toBe(`Reminder: ${told.subject}`)
    const [mine] = await listNotices(contextOf(a))
    expect(await answer(acknowledgeNotice(contextOf(a), { noticeId: mine!.id }))).toBe('done')
    await repeatNotices(later(7))
    expect(await count()).toBe(5)
    await repeatNotices(later(20))
    await repeatNotices(later(40))
    expect(await count()).toBe(6)
  })

  it('one that need not be acknowledged is never sent again, nor one to somebody who has left', async () => {
    const [a, b] = await two()
    await sendNotice(db, contextOf(system), { ...notice, mustAcknowledge: false, recipients: [await personOf(a)] })
    await sendNotice(db, contextOf(system), { ...notice, key: 'other', recipients: [await personOf(b)] })
    await db.person.update({ where: { id: b.userId }, data: { endedAt: noon } })
    await repeatNotices(later(14))
    expect(await letters()).toHaveLength(2)
  })

  it('is acknowledged by its reader alone, once', async () => {
    const [a, b] = await two()
    await sendNotice(db, contextOf(system), { ...notice, recipients: [await personOf(a)] })
    const noticeId = (await listNotices(contextOf(a)))[0]!.id
    for (const other of [b, visitor])
      expect(await answer(acknowledgeNotice(contextOf(other), { noticeId }))).toBe('not-found')
    expect(await answer(acknowledgeNotice(contextOf(a), { noticeId: newId() }))).toBe('not-found')
    await Promise.all([1, 2, 3].map(() => acknowledgeNotice(contextOf(a), { noticeId })))
    expect(await db.event.count({ where: { name: 'NoticeAcknowledged' } })).toBe(1)
    expect((await listNotices(contextOf(a)))[0]!.acknowledgedOn).toBe('2026-03-02')
    await expect(database.asOwner(`update "Notice" set text = 'x'`)).rejects.toThrow(/append-only/)
    await expect(database.asOwner(`delete from "NoticeAcknowledgement"`)).rejects.toThrow(/append-only/)
  })
})
