import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addSigned } from '@/lib/assurance/evidence-log/add-signed'
import { getLogKeys } from '@/lib/assurance/evidence-log/get-log-keys'
import { revokeKey } from '@/lib/assurance/evidence-log/revoke-key'
import type { doJob } from '@/lib/conformance/evidence/signer'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { because } from '@/lib/testing/answers'
import { useDatabase } from '@/lib/testing/database'
import { factOn, on, verdict } from '@/lib/testing/evidence-keys'
import { main as revokeMain } from '../command-line/evidence-revoke'
import { signWithKeyInUse } from './key-in-use'

vi.mock('./ask-signer', async () => {
  const signer = await import('@/lib/conformance/evidence/signer')
  return {
    askSigner: async (job: Parameters<typeof doJob>[0], file: string, next?: string) => signer.doJob(job, file, next),
  }
})

useDatabase()
beforeEach(() => void vi.stubEnv('DATA_DIR', mkdtempSync(join(tmpdir(), 'keys-'))))
afterEach(() => void vi.unstubAllEnvs())

describe('EV-07: revocation names an index', () => {
  it('leaves before it stay good, leaves at and after it are refused; the successor is signed by the other use’s key', async () => {
    const before = await factOn('2026-01-05')
    const after = await factOn('2026-01-06')
    const old = (await getLogKeys()).evidence.find((key) => key.use === 'officers')!
    expect(await revokeMain([old.keyid, '--because=stolen', `--from=${after}`])).toBe(0)
    expect(await verdict(before)).toContain('the key was not revoked at that place')
    expect(await verdict(after)).toMatch(/^refused: the key was not revoked/)
    const next = await factOn('2026-01-07')
    expect(await verdict(next)).toContain('the key is number 2 of an unbroken chain')
    const { evidence } = await getLogKeys()
    const runner = evidence.find((key) => key.use === 'runner')!
    expect(evidence.find((key) => key.use === 'officers' && key.keyid !== old.keyid)?.signedBy).toBe(runner.keyid)
    expect((await db.event.findMany({ where: { name: 'LogKeyRevoked' } })).map((event) => event.data)).toEqual([
      { from: after, because: 'stolen' },
    ])
  })

  it('a signature that was made before its key was revoked does not enter after it: it is made anew', async () => {
    await factOn('2026-01-05')
    const { envelopes, keyId } = await signWithKeyInUse(on('2026-01-06'), 'officers', [{ schema: 'gpit.fact/v1' }])
    await revokeKey(on('2026-01-06'), { keyId, because: 'stolen' })
    const fact = { subjectType: 'Finding', subjectId: newId(), envelope: envelopes[0]! }
    await expect(addSigned(on('2026-01-06'), keyId, [fact])).rejects.toThrow('revoked before')
    const again = await signWithKeyInUse(on('2026-01-06'), 'officers', [{ schema: 'gpit.fact/v1' }])
    expect(again.keyId).not.toBe(keyId)
  })

  it('a key that is not there, a place beyond the end, a second time, no reason', async () => {
    await factOn('2026-01-05')
    const { keyid: keyId } = (await getLogKeys()).evidence[0]!
    const revoke = (change: object) => because(revokeKey(on('2026-01-06'), { keyId, because: 'lost', ...change }))
    expect(await revoke({ keyId: 'evidence-none' })).toBe('not-found')
    expect(await revoke({ fromIndex: 900 })).toContain('cannot begin later')
    expect(await revoke({ fromIndex: 2 })).toBe('done')
    expect(await revoke({ fromIndex: 3 })).toContain('from place 2 on already')
    expect(await revoke({ fromIndex: 1 })).toBe('done')
    const said = vi.spyOn(console, 'error')
    expect(await revokeMain([keyId])).toBe(64)
    expect(await revokeMain([keyId, '--because=lost', '--from=x'])).toBe(64)
    expect(said).toHaveBeenCalledTimes(2)
    said.mockClear()
  })
})
