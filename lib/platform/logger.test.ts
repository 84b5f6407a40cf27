import { spawn } from 'node:child_process'
import { expect, it } from 'vitest'

const program = `import('./lib/platform/logger.ts').then(({ logger }) => {
  logger.info('begun')
  process.stdin.resume().once('end', () => {
    for (let i = 0; i < 100; i++) logger.error({ err: new Error('the database is gone') }, 'a request failed')
    process.exit(0)
  })
})`

it('a process whose log nobody reads any more ends all the same', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', program], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, LOG_LEVEL: 'info' },
  })
  const ended = new Promise((done) => child.once('exit', done))
  await new Promise<void>((begun) => child.stdout.once('data', () => begun()))
  child.stdout.destroy()
  child.stdin.end()
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  expect(await ended).toBe(0)
  clearTimeout(late)
})
