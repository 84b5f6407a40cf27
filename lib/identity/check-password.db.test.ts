import { verify } from '@node-rs/argon2'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { checkPassword } from './check-password'
import { hashOrDecoy, hashPassword } from './password'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn(real.verify) }
})

useDatabase()
const right = 'correct horse battery'
const email = 'a_manager@test.example'
const minutes = (n: number) => new Date(noon.getTime() + n * 60_000)
const tries = (n: number, at = noon) =>
  Promise.all(Array.from({ length: n }, (_, i) => checkPassword(email, `wrong ${i}`, at)))
let id: string

beforeEach(async () => {
  id = newId()
  await db.person.create({
    data: { id, email, name: 'A', passwordHash: await hashPassword(right), createdAt: noon },
  })
})

describe('the right password', () => {
  it('lets its person in, whatever the case of the address', async () => {
    expect(await checkPassword(` A_Manager@Test.example `, right, noon)).toEqual({ id })
  })

  it('forgets the failures before it', async () => {
    await tries(4)
    expect(await checkPassword(email, right, noon)).toEqual({ id })
    await tries(4)
    expect(await checkPassword(email, right, noon)).toEqual({ id })
  })

  it('lets nobody in who has left', async () => {
    await db.person.update({ where: { id }, data: { endedAt: noon } })
    expect(await checkPassword(email, right, noon)).toBeUndefined()
  })

  it('is of no use where wildcards stand for the address', async () => {
    for (const pattern of ['%', 'a%', 'aXmanager@test.example', '_'.repeat(email.length), 'a\\_manager@test.example'])
      expect(await checkPassword(pattern, right, noon)).toBeUndefined()
  })
})

describe('five wrong passwords', () => {
  it('lock the account: the right one gets the same answer for 15 minutes', async () => {
    for (let i = 0; i < 5; i++) await checkPassword(email, 'wrong', noon)
    expect(await checkPassword(email, right, minutes(14))).toBeUndefined()
    expect(await checkPassword(email, right, minutes(15))).toEqual({ id })
  })

  it('are five, not four', async () => {
    await tries(4)
    expect(await checkPassword(email, right, noon)).toEqual({ id })
  })

  it('are not counted while the account is locked, so that nobody can keep it locked for ever', async () => {
    await tries(5)
    await tries(5, minutes(10))
    expect(await checkPassword(email, right, minutes(15))).toEqual({ id })
  })

  it('count right when twenty come at once: locked, once', async () => {
    await tries(20)
    expect(await db.person.findUniqueOrThrow({ where: { id } })).toMatchObject({
      failures: 0,
      lockedUntil: minutes(15),
    })
  })

  it('shut out a right guess that came with them but ended after them', async () => {
    const [, late] = await Promise.all([tries(5), tries(5).then(() => checkPassword(email, right, noon))])
    expect(late).toBeUndefined()
  })
})

describe('an answer tells nothing', () => {
  it('every way to fail costs one verification of argon2id with the same parameters', async () => {
    await db.person.create({ data: { id: newId(), email: 'openid@test.example', name: 'B', createdAt: noon } })
    const spy = vi.mocked(verify)
    for (const [address, password] of [
      [email, 'wrong'],
      ['nobody@test.example', 'wrong'],
      ['openid@test.example', 'wrong'],
      [email, 'x'.repeat(100_000)],
      ['nobody@test.example', 'x'.repeat(100_000)],
    ] as const) {
      spy.mockClear()
      expect(await checkPassword(address, password, noon)).toBeUndefined()
      expect(spy).toHaveBeenCalledTimes(1)
      expect(spy.mock.calls[0]![0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
      expect(String(spy.mock.calls[0]![1]).length).toBeLessThanOrEqual(1_000)
    }
  })

  it('no password fits the decoy, and the decoy is no constant of the source', async () => {
    expect(await hashOrDecoy(undefined)).toBe(await hashOrDecoy(null))
    expect(await hashOrDecoy('stored')).toBe('stored')
  })

  it('a password whose first thousand characters are right is wrong', async () => {
    const long = 'x'.repeat(1_000)
    await db.person.update({ where: { id }, data: { passwordHash: await hashPassword(long) } })
    expect(await checkPassword(email, long, noon)).toEqual({ id })
    expect(await checkPassword(email, `${long}y`, noon)).toBeUndefined()
  })
})
