import { describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { newSigningKeys } from '@/lib/testing/signing-keys'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { addGatewayKey, listGateways, revokeGatewayKey } from './keep-gateway-keys'

useDatabase()
const curator = async () => contextOf(await person.curator((await organisation.authority()).id))
const key = (given: object = {}) => ({
  issuer: 'gateway-one',
  keyId: 'key-1',
  publicKeyPem: newSigningKeys().publicKeyPem,
  validFrom: '2026-01-01',
  validTo: null,
  ...given,
})

describe('G1: the keys of gateways', () => {
  it('are added and revoked by a curator, each once', async () => {
    const ctx = await curator()
    const added = await addGatewayKey(ctx, key())
    expect(added.ok).toBe(true)
    expect(await addGatewayKey(ctx, key({ issuer: 'gateway-two' }))).toMatchObject({ refusal: { kind: 'invalid' } })
    expect(await addGatewayKey(ctx, key({ keyId: 'key-2' }))).toMatchObject({ ok: true })
    const { id } = await db.gatewayKey.findUniqueOrThrow({ where: { keyId: 'key-1' } })
    expect(await revokeGatewayKey(ctx, { id })).toMatchObject({ ok: true })
    expect(await revokeGatewayKey(ctx, { id })).toMatchObject({ refusal: { kind: 'stale' } })
    expect((await listGateways(ctx))?.keys.map(({ keyId, revokedAt }) => [keyId, revokedAt !== null]).sort()).toEqual([
      ['key-1', true],
      ['key-2', false],
    ])
  })

  it('that are private, or no keys of Ed25519, are refused and not kept', async () => {
    const ctx = await curator()
    for (const publicKeyPem of ['no key', newSigningKeys().signingKeyPem])
      expect(await addGatewayKey(ctx, key({ publicKeyPem }))).toMatchObject({ refusal: { kind: 'invalid' } })
    expect(await db.gatewayKey.count()).toBe(0)
  })

  it('are nobody else’s to see', async () => {
    const stranger = contextOf(await person.requester((await organisation.commissioner()).id))
    expect(await listGateways(stranger)).toBeUndefined()
    expect(await addGatewayKey(stranger, key())).toMatchObject({ refusal: { kind: 'not-found' } })
  })
})
