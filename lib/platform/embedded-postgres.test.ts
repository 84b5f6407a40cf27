import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { openEmbedded } from './embedded-postgres'

const folders: string[] = []
const folderOf = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gp-systems-embedded-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query('select 1')).rowCount === 1
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Another process that opens the folder, says so, and leaves when it is told to. */
async function neighbour(folder: string): Promise<ChildProcess> {
  const code = `const { openEmbedded } = await import('./lib/platform/embedded-postgres.ts')
    const server = await openEmbedded(${JSON.stringify(folder)}, { durable: false })
    process.stdin.once('data', async () => { await server.stop(); process.exit(0) })
    console.log('open')`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  await once(child.stdout!, 'data')
  return child
}

describe('the embedded server', () => {
  it('runs until the last process has left, whoever started it', async () => {
    const folder = folderOf()
    const other = await neighbour(folder)
    const server = await openEmbedded(folder, { durable: false })
    other.stdin!.write('leave')
    expect(await once(other, 'exit')).toEqual([0, null])
    expect(await answers(server.url)).toBe(true)
    await server.stop()
    expect(await answers(server.url)).toBe(false)
  })

  it('stays for the others when one is killed, and ends when the last is', async () => {
    const folder = folderOf()
    const [first, second] = [await neighbour(folder), await neighbour(folder)]
    const server = await openEmbedded(folder, { durable: false })
    first.kill('SIGKILL')
    await once(first, 'exit')
    await new Promise((done) => setTimeout(done, 500))
    expect(await answers(server.url)).toBe(true)
    await server.stop()
    expect(await answers(server.url)).toBe(true)
    second.kill('SIGKILL')
    await expect.poll(() => answers(server.url), { timeout: 10_000 }).toBe(false)
  })
})
