import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** Nothing of what the suite has set: the file alone counts. */
const bare: NodeJS.ProcessEnv = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' }

/** A portal as the runbook tells an operator to start it: from a file of variables. Answers how to stop it, and its exit code. */
export async function startedFrom(file: string, values: Record<string, string>): Promise<() => Promise<number | null>> {
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}`)
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 })
  const portal = spawn(process.execPath, [`--env-file=${file}`, 'lib/launcher/start.mjs'], {
    env: bare,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((done) => portal.once('exit', done))
  let said = ''
  await new Promise<void>((ready, failed) => {
    portal.stdout!.on('data', (text: Buffer) => {
      said += text
      if (said.includes('Ready on')) ready()
    })
    void ended.then((code) => failed(new Error(`The portal ended with ${code}: ${said}`)))
  })
  return () => {
    portal.kill('SIGTERM')
    return ended
  }
}

/** One command of the README, with the operator's variables. @throws with its words where it fails. */
export function command(file: string, script: string, ...rest: string[]): string {
  const ran = spawnSync(process.execPath, [`--env-file=${file}`, 'lib/launcher/run.mjs', script, ...rest], {
    env: bare,
    encoding: 'utf8',
  })
  if (ran.status !== 0) throw new Error(`${script} ended with ${ran.status}: ${ran.stderr}`)
  return ran.stdout
}

/** A mail server that keeps what it is sent. */
export async function startMailServer() {
  const letters: { to: string[]; text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        letters.push({ to: session.envelope.rcptTo.map((r) => r.address), text: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return { url, letters, stop: () => new Promise<void>((done) => server.close(() => done())) }
}
