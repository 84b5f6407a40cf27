import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type ExternalIdentity, recogniseLogin } from './recognise-login'

useDatabase()
const verified: ExternalIdentity = {
  issuer: 'https://one.example',
  subject: 'abc',
  email: 'manager@test.example',
  emailVerified: true,
}
let id: string

beforeEach(async () => {
  id = newId()
  await db.person.create({ data: { id, email: 'manager@test.example', name: 'A', createdAt: noon } })
})

describe('an identity at a provider', () => {
  it('is linked the first time by an address that the provider has verified, and known by subject afterwards', async () => {
    expect(await recogniseLogin({ ...verified, email: 'Manager@Test.example' })).toBe(id)
    expect(await recogniseLogin({ issuer: verified.issuer, subject: 'abc' })).toBe(id)
    expect(await recogniseLogin({ ...verified, email: 'changed@test.example', emailVerified: false })).toBe(id)
  })

  it.each([false, undefined])('with an address that is verified: %s links nobody', async (emailVerified) => {
    expect(await recogniseLogin({ ...verified, emailVerified })).toBeUndefined()
    expect(await recogniseLogin({ ...verified, emailVerified: 'true' as never })).toBeUndefined()
    expect(await db.externalLogin.count()).toBe(0)
  })

  it('without an address, or with one that nobody here has, is nobody', async () => {
    expect(await recogniseLogin({ ...verified, email: null })).toBeUndefined()
    expect(await recogniseLogin({ ...verified, email: 'stranger@test.example' })).toBeUndefined()
  })

  it('claims nobody by an address of wildcards', async () => {
    for (const email of ['%', '_anager@test.example', 'm%@test.example'])
      expect(await recogniseLogin({ ...verified, email })).toBeUndefined()
  })

  it('with the same subject at another issuer is somebody else', async () => {
    await recogniseLogin(verified)
    expect(await recogniseLogin({ issuer: 'https://two.example', subject: 'abc' })).toBeUndefined()
  })

  it('of a person who has left is nobody, linked or not', async () => {
    await recogniseLogin(verified)
    await db.person.update({ where: { id }, data: { endedAt: noon } })
    expect(await recogniseLogin(verified)).toBeUndefined()
    expect(await recogniseLogin({ ...verified, subject: 'other' })).toBeUndefined()
  })

  it('that signs in ten times at once for the first time is linked once, and all ten are the person', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => recogniseLogin(verified)))
    expect(new Set(answers)).toEqual(new Set([id]))
    expect(await db.externalLogin.count()).toBe(1)
  })
})
