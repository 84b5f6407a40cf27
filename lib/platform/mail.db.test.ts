import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { db } from './db'
import { queueMail, sendWaitingMail } from './mail'

useDatabase()
const from = 'no-reply@portal.example'
let server: SMTPServer
let got: { to: string[]; text: string }[]
let delay = 0
let minute = 0

/** Each test is an hour later than the one before, so that no rest of the one before reaches it. */
const later = (seconds = 0) => contextOf(undefined, new Date(noon.getTime() + minute * 3_600_000 + seconds * 1_000))
const queue = (key: string, to = `${key}@test.example`, body = `Hello ${key}`) =>
  queueMail(db, later(), { key, to, subject: `Subject ${key}`, body })
const url = () => `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
const send = (seconds = 0) => sendWaitingMail(later(seconds), url(), from)
const letters = () =>
  db.mailMessage.findMany({ select: { key: true, sentAt: true, failure: true, body: true }, orderBy: { key: 'asc' } })

beforeEach(async () => {
  got = []
  delay = 0
  minute += 1
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, _, done) => {
      if (address.startsWith('refused'))
        return done(Object.assign(new Error('No such mailbox here'), { responseCode: 550 }))
      if (address.startsWith('later')) return done(Object.assign(new Error('Try again later'), { responseCode: 450 }))
      done()
    },
    onData: (stream, session, done) => {
      let text = ''
      stream.on('data', (part) => (text += part))
      stream.on('end', () => {
        got.push({ to: session.envelope.rcptTo.map((r) => r.address), text })
        setTimeout(done, delay)
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
})
afterEach(() => new Promise<void>((done) => server.close(() => done())))

describe('a letter', () => {
  it('is sent, and once, although its reason queued it twice', async () => {
    await queue('a')
    await queue('a', 'other@test.example')
    expect(await send()).toBe(1)
    expect(await send(60)).toBe(0)
    expect(got).toHaveLength(1)
    expect(got[0]!.to).toEqual(['a@test.example'])
    expect(got[0]!.text).toMatch(/From: no-reply@portal\.example[\s\S]*Subject: Subject a[\s\S]*Hello a/)
    expect(await letters()).toMatchObject([{ sentAt: later().now, failure: null }])
  })

  it('is sent once although several workers send at once', async () => {
    delay = 30
    for (let i = 0; i < 12; i++) await queue(`k${i}`)
    const sent = await Promise.all([send(), send(), send()])
    expect(sent.reduce((a, b) => a + b)).toBe(12)
    expect(got.map((m) => m.to[0]).sort()).toEqual([...new Set(got.map((m) => m.to[0]))].sort())
    expect(got).toHaveLength(12)
  })

  it('that the server refuses is kept with its words, and the others go out', async () => {
    await queue('a', 'refused@test.example')
    await queue('b')
    expect(await send()).toBe(1)
    expect(await letters()).toMatchObject([
      { sentAt: null, failure: expect.stringContaining('No such mailbox here') },
      { sentAt: later().now, failure: null },
    ])
    expect(await send(60)).toBe(0)
  })

  it('that the server puts off holds up nobody, and is tried again', async () => {
    await queue('a', 'later@test.example')
    await queue('b')
    expect(await send()).toBe(1)
    expect(await letters()).toMatchObject([{ sentAt: null, failure: null }, { failure: null }])
    await db.mailMessage.updateMany({ where: { key: 'a' }, data: { recipient: 'a@test.example' } })
    expect(await send(10)).toBe(0)
    expect(await send(31)).toBe(1)
  })

  it('waits while the server is away: that is no refusal, and the server is not asked at every turn', async () => {
    await queue('a')
    await queue('b')
    expect(await sendWaitingMail(later(), 'smtp://127.0.0.1:1', from)).toBe(0)
    expect(await letters()).toMatchObject([
      { sentAt: null, failure: null },
      { sentAt: null, failure: null },
    ])
    expect(await send(10)).toBe(0)
    expect(await send(31)).toBe(2)
  })

  it('stays in the database where no server is set', async () => {
    await queue('a')
    expect(await sendWaitingMail(later(), undefined, from)).toBe(0)
    expect(await letters()).toMatchObject([{ sentAt: null, failure: null, body: 'Hello a' }])
  })

  it('keeps no link that opens something once it is out', async () => {
    await queue('a', 'a@test.example', 'Open https://portal.example/invitation?token=abc-DEF_123\nThanks')
    await send()
    expect(got[0]!.text.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain('token=abc-DEF_123')
    expect((await letters())[0]!.body).toBe(
      'Open https://portal.example/invitation?token=(removed after sending)\nThanks',
    )
  })

  it('takes no second header or recipient from what somebody typed', async () => {
    await queueMail(db, later(), {
      key: 'a',
      to: 'a@test.example, b@test.example\r\nBcc: c@test.example',
      subject: 'One\r\nBcc: d@test.example',
      body: 'x',
    })
    await send()
    expect(got.flatMap((m) => m.to).filter((to) => !to.startsWith('a@'))).toEqual([])
    expect(got.every((m) => !/^bcc:/im.test(m.text))).toBe(true)
  })
})
