import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/lib/platform/embedded-postgres'
import { expect, test } from '../support/journey'
import { ofItsOwn, started } from './own-portal'

test('a demonstration that was broken off while it was told is not taken for a whole one', async () => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'gp-systems-story-'))
  const begun = join(folder, 'story-begun')
  const settings = { ...ofItsOwn, DATA_DIR: folder, PORT: String(await freePort()) }
  try {
    writeFileSync(begun, '')
    await expect(started(settings)).rejects.toThrow('The portal ended with 1')
    rmSync(begun)
    const { portal, said } = await started(settings)
    expect(said).toContain('Telling the demonstration story')
    expect(existsSync(begun)).toBe(false)
    await new Promise((ended) => portal.once('exit', ended) && portal.kill('SIGTERM'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
