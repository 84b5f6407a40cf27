import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { askForPassword } from './ask-for-password'
import { checkPassword } from './check-password'
import { nameNewPassword } from './name-new-password'
import { openSession } from './open-session'

useDatabase()
const portal = 'https://portal.example'
const password = 'three words together'
let somebody: Actor
const at = (minutes: number) => contextOf(undefined, new Date(noon.getTime() + minutes * 60_000))
const ask = (minutes = 0, email = 'somebody@test.example') => askForPassword(at(minutes), { email }, portal)
const letters = () => db.mailMessage.findMany({ orderBy: { createdAt: 'asc' } })
const tokenOf = (body: string) => /token=([\w-]+)/.exec(body)![1]!

beforeEach(async () => {
  somebody = await person.practiceManager((await organisation.practice()).id, { email: 'somebody@test.example' })
})

describe('a forgotten password', () => {
  it('is named anew by a link that works once, and ends every session', async () => {
    await openSession(somebody.userId, noon)
    await ask()
    const token = tokenOf((await letters())[0]!.body)
    expect(JSON.stringify(await db.passwordLink.findMany())).not.toContain(token)
    const answers = await Promise.all([1, 2, 3].map(() => nameNewPassword(at(1), { token, password })))
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await db.session.count()).toBe(0)
    expect(await checkPassword('somebody@test.example', password, at(2).now)).toEqual({ id: somebody.userId })
    expect(await db.event.count({ where: { name: 'PasswordChanged' } })).toBe(1)
  })

  it('an hour later, or after another link was used, the link is nothing', async () => {
    await ask()
    await ask(11)
    const [first, second] = (await letters()).map((l) => tokenOf(l.body))
    expect(await nameNewPassword(at(60), { token: first!, password })).toMatchObject({ ok: false })
    expect(await nameNewPassword(at(61), { token: second!, password })).toMatchObject({ ok: true })
    await ask(62)
    await ask(73)
    const [third, fourth] = (await letters()).slice(2).map((l) => tokenOf(l.body))
    expect(await nameNewPassword(at(74), { token: fourth!, password })).toMatchObject({ ok: true })
    expect(await nameNewPassword(at(75), { token: third!, password })).toMatchObject({ ok: false })
  })

  it('nobody is written to twice in ten minutes; unknown addresses and people who have left not at all', async () => {
    await ask()
    await ask(9)
    await ask(0, 'nobody@test.example')
    expect(await letters()).toHaveLength(1)
    await db.person.update({ where: { id: somebody.userId }, data: { endedAt: noon } })
    await ask(30)
    expect(await letters()).toHaveLength(1)
    expect(await nameNewPassword(at(31), { token: tokenOf((await letters())[0]!.body), password })).toMatchObject({
      ok: false,
    })
  })

  it('it unlocks an account that wrong tries had locked', async () => {
    await db.person.update({ where: { id: somebody.userId }, data: { failures: 3, lockedUntil: at(15).now } })
    await ask()
    await nameNewPassword(at(1), { token: tokenOf((await letters())[0]!.body), password })
    expect(await checkPassword('somebody@test.example', password, at(2).now)).toBeDefined()
  })
})
