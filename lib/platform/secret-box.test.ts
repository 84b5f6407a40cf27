import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSecret, sealSecret } from './secret-box'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  vi.stubEnv('DATA_DIR', folder)
})
afterEach(() => void vi.unstubAllEnvs())

describe('EV-08: secrets at rest', () => {
  it('open for their owner alone, never twice the same, with a key for its owner’s eyes', () => {
    const box = sealSecret('a', 'canary-Ł')
    expect(openSecret('a', box)).toBe('canary-Ł')
    expect(() => openSecret('b', box)).toThrow()
    expect(sealSecret('a', 'canary-Ł').equals(box)).toBe(false)
    expect(box.toString('latin1')).not.toContain('canary')
    expect(statSync(join(folder, 'keys', 'secrets.key')).mode & 0o077).toBe(0)
  })

  it('a changed byte anywhere, or another portal’s key, opens nothing', () => {
    const box = sealSecret('a', 'canary')
    for (let at = 0; at < box.length; at++) {
      const bent = Buffer.from(box)
      bent[at]! ^= 1
      expect(() => openSecret('a', bent), `byte ${at}`).toThrow()
    }
    vi.stubEnv('DATA_DIR', mkdtempSync(join(tmpdir(), 'secrets-')))
    expect(() => openSecret('a', box)).toThrow()
  })
})
