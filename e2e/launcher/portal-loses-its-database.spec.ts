import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/lib/platform/embedded-postgres'
import { expect, test } from '../support/journey'
import { ofItsOwn, started } from './own-portal'

test('a portal whose own database is killed ends, so that whoever keeps it running starts it whole', async () => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'gp-systems-lost-'))
  const settings = { ...ofItsOwn, DATA_DIR: folder, PORT: String(await freePort()) }
  const { portal } = await started(settings)
  try {
    const ended = new Promise<number | null>((code) => portal.once('exit', code))
    const postmaster = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]
    process.kill(Number(postmaster), 'SIGKILL')
    expect(await Promise.race([ended, late(20_000)])).toBe(1)
    const again = (await started(settings)).portal
    await new Promise((done) => again.once('exit', done) && again.kill('SIGTERM'))
  } finally {
    portal.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})

const late = (ms: number): Promise<string> => new Promise((done) => setTimeout(() => done('it went on'), ms))
