import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { acknowledgeNotice } from '../notices/acknowledge-notice'
import { sendNotice } from '../notices/send-notice'
import { writeLetters } from '../write-letters'
import { type ChooseRhythmsInput, choosableKinds } from './bell-schema'
import { chooseRhythms } from './choose-rhythms'
import type { LetterKind } from './letter-kind'
import { countUnread, listNotifications, listRhythms } from './list-notifications'
import { readAllNotifications, readNotification } from './read-notifications'
import { sendNotificationDigests } from './send-notification-digests'

const { asOwner } = useDatabase()
let [reader, other] = [] as unknown as Actor[]
const addressOf = (actor: Actor) => ({ id: actor.userId, name: 'A reader', email: `${actor.userId}@test.example` })
const on = (day: string, hour = '10') => new Date(`${day}T${hour}:00:00Z`)

beforeEach(async () => {
  const practice = await organisation.practice()
  reader = await person.practiceManager(practice.id)
  other = await person.partner(practice.id)
})

const tell = (kind: LetterKind, reason: string, at = noon, people = [reader!]) =>
  transaction((tx) =>
    writeLetters(tx, contextOf(system, at), people.map(addressOf), {
      kind,
      reason,
      subject: `About ${reason}`,
      body: `It waits.\n\n${env().publicUrl}/funding/${reason}`,
    }),
  )
const prefer = (chosen: Partial<Record<LetterKind, string>>, actor = reader!) =>
  chooseRhythms(contextOf(actor), {
    ...Object.fromEntries(choosableKinds.map((kind) => [kind, 'at-once'])),
    ...chosen,
  } as ChooseRhythmsInput)
const mail = () => db.mailMessage.findMany({ select: { subject: true, body: true }, orderBy: { createdAt: 'asc' } })

describe('the bell', () => {
  it('a letter stands there once, also when two tell it at the same moment, with the way to the work', async () => {
    await Promise.all(Array.from({ length: 8 }, () => tell('funding', 'r1')))
    const { notifications, unread } = await listNotifications(contextOf(reader!), 1)
    expect(unread).toBe(1)
    expect(notifications).toMatchObject([{ subject: 'About r1', path: '/funding/r1', isRead: false }])
    expect(await mail()).toHaveLength(1)
  })

  it('is each reader’s own: another’s is not found, a second time changes nothing, one event for what was read', async () => {
    await tell('funding', 'r1')
    await tell('funding', 'r2')
    const [first] = (await listNotifications(contextOf(reader!), 1)).notifications
    expect(await readNotification(contextOf(other!), first!)).toMatchObject({ refusal: { kind: 'not-found' } })
    expect(await readNotification(contextOf(reader!), { id: newId() })).toMatchObject({
      refusal: { kind: 'not-found' },
    })
    await Promise.all(Array.from({ length: 5 }, () => readNotification(contextOf(reader!), first!)))
    expect(await countUnread(reader!)).toBe(1)
    await readAllNotifications(contextOf(reader!))
    await readAllNotifications(contextOf(reader!))
    expect(await countUnread(reader!)).toBe(0)
    expect(await db.event.count({ where: { name: 'NotificationsRead' } })).toBe(2)
    expect((await listNotifications(contextOf(other!), 1)).notifications).toEqual([])
  })

  it('keeps its words: nobody edits them', async () => {
    await tell('funding', 'r1')
    await expect(asOwner(`update "Notification" set subject = 'Another'`)).rejects.toThrow('keeps its words')
  })

  it('pages hold twenty, and an odd page is the first', async () => {
    for (let i = 0; i < 21; i++) await tell('tests', `t${i}`, new Date(noon.getTime() + i * 1_000))
    const { notifications, pages } = await listNotifications(contextOf(reader!), 2)
    expect([notifications.map((n) => n.subject), pages]).toEqual([['About t0'], 2])
    expect((await listNotifications(contextOf(reader!), Number.NaN)).page).toBe(1)
  })
})

describe('how often letters are sent', () => {
  it('none: no letter, but the bell; the rest as before', async () => {
    await prefer({ tests: 'none' })
    await tell('tests', 't1')
    await tell('funding', 'r1')
    expect((await mail()).map((letter) => letter.subject)).toEqual(['About r1'])
    expect(await countUnread(reader!)).toBe(2)
    expect((await listRhythms(contextOf(reader!))).find(({ kind }) => kind === 'tests')?.rhythm).toBe('none')
  })

  it('what asks somebody to act cannot be switched off', async () => {
    expect(await prefer({ funding: 'none' })).toMatchObject({
      refusal: { kind: 'invalid', fields: { funding: [expect.any(String)] } },
    })
    expect(await db.letterPreference.count()).toBe(0)
    expect(await chooseRhythms(contextOf(), {} as ChooseRhythmsInput)).toMatchObject({ refusal: { kind: 'forbidden' } })
  })

  it('daily: one letter for the day before, once, though two workers look at the same moment and later again', async () => {
    await prefer({ funding: 'daily' })
    await tell('funding', 'r1', on('2026-03-02', '09'))
    await tell('funding', 'r2', on('2026-03-02', '23'))
    await tell('funding', 'r3', on('2026-03-03', '01'))
    await sendNotificationDigests(contextOf(system, on('2026-03-02', '23')))
    expect(await mail()).toEqual([])
    const look = () => sendNotificationDigests(contextOf(system, on('2026-03-03', '05')))
    await Promise.all([look(), look(), look(), look()])
    await look()
    const letters = await mail()
    expect(letters.map((letter) => letter.subject)).toEqual(['2 things that you should know'])
    expect(letters[0]!.body).toContain(`About r1\n${env().publicUrl}/funding/r1\n\nAbout r2`)
    await sendNotificationDigests(contextOf(system, on('2026-03-04', '00')))
    expect((await mail()).map((letter) => letter.subject)).toContain('About r3')
  })

  it('weekly: on Monday or the first look after it; who has left gets none', async () => {
    await prefer({ contracts: 'weekly' })
    await prefer({ contracts: 'weekly' }, other!)
    await tell('contracts', 'c1', on('2026-03-04'), [reader!, other!])
    await db.person.updateMany({ where: { id: other!.userId }, data: { endedAt: noon } })
    await sendNotificationDigests(contextOf(system, on('2026-03-08', '23')))
    expect(await mail()).toEqual([])
    await sendNotificationDigests(contextOf(system, on('2026-03-10')))
    expect((await mail()).map((letter) => letter.subject)).toEqual(['About c1'])
  })

  it('a notice goes out at once whatever was chosen, stands at the bell, and is read when it is acknowledged', async () => {
    await prefer(Object.fromEntries(choosableKinds.map((kind) => [kind, 'weekly'])))
    await transaction((tx) =>
      sendNotice(tx, contextOf(system), {
        key: 'suspended/1',
        recipients: [addressOf(reader!)],
        subject: 'A module is suspended',
        text: 'No new order.',
        about: { type: 'ModuleVersion', id: newId() },
        mustAcknowledge: true,
      }),
    )
    expect(await mail()).toHaveLength(1)
    expect(await countUnread(reader!)).toBe(1)
    const { id: noticeId } = await db.notice.findFirstOrThrow({ select: { id: true } })
    await acknowledgeNotice(contextOf(reader!), { noticeId })
    expect(await countUnread(reader!)).toBe(0)
  })
})
