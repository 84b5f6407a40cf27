import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { faultNamed, faults } from './faults/fault-list'
import { providerFixtures } from './fixtures'
import { dataNhsNumbers, dataResources } from './read-data-folder'
import { startProvider } from './start-provider'

const usage = `Usage: provider [--fault <name>] [--port <n>] [--data <folder>] [--write <folder>]
                [--publish <word>] [--token <token>] [--list-faults]

Starts a sandbox with made-up patients on 127.0.0.1, under the name sandbox.test, until it is interrupted.
  --fault        be wrong in one way
  --port         0 for a free one
  --data         a folder of *.ndjson.gz to hold beside the seed
  --write        put fixtures.json, token.txt and base.txt there, ready for \`run\`
  --publish      show this word, by which the portal knows that the host is yours
  --token        take this one, such as that of an earlier start
  --list-faults  name the ways to be wrong, each with the check that must see it`

/** `npm run conformance -- provider …`. Returns the exit code: 0 when interrupted, 64 where the words are wrong. */
export async function runProvider(argv: string[]): Promise<number> {
  const asked = read(argv)
  if (typeof asked === 'string') {
    console.error(`${asked}\n\n${usage}`)
    return 64
  }
  if (asked['list-faults']) {
    for (const [name, fault] of Object.entries(faults))
      console.log(`${name.padEnd(32)} ${fault.mustFail.padEnd(8)} ${fault.says}`)
    return 0
  }
  if (asked.help) {
    console.log(usage)
    return 0
  }
  const now = new Date(performance.timeOrigin + performance.now())
  const { fault, data, token, publish } = asked
  const provider = await startProvider({ fault, port: Number(asked.port), data, now, ...(token && { token }) })
  if (publish) provider.publish(publish)
  const numbers = asked.data === undefined ? [] : dataNhsNumbers(dataResources(asked.data))
  tell(provider.base, provider.token, asked.fault)
  if (asked.write !== undefined)
    write(asked.write, { base: provider.base, token: provider.token, fixtures: providerFixtures(now, numbers) })
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })
  await provider.close()
  return 0
}

function read(argv: string[]) {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        fault: { type: 'string' },
        port: { type: 'string', default: '0' },
        data: { type: 'string' },
        write: { type: 'string' },
        publish: { type: 'string' },
        token: { type: 'string' },
        'list-faults': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) return `${values.port} is no port`
    if (values.fault !== undefined) faultNamed(values.fault)
    return values
  } catch (error) {
    return (error as Error).message
  }
}

function tell(base: string, token: string, fault: string | undefined): void {
  console.log(`base   ${base}`)
  console.log(`token  ${token}`)
  console.log(`fault  ${fault ?? 'none'}`)
  console.log('Its name is no public one: give the runner --sandbox sandbox.test=127.0.0.1')
}

function write(folder: string, given: { base: string; token: string; fixtures: unknown }): void {
  mkdirSync(folder, { recursive: true })
  const [fixtures, token, base] = ['fixtures.json', 'token.txt', 'base.txt'].map((name) => join(folder, name))
  writeFileSync(fixtures!, `${JSON.stringify(given.fixtures, null, 2)}\n`)
  writeFileSync(token!, given.token, { mode: 0o600 })
  writeFileSync(base!, given.base)
  console.log(
    `npm run conformance -- run --base ${given.base} --profile core-r4 --fixtures ${fixtures} --token-file ${token} --sandbox sandbox.test=127.0.0.1`,
  )
}
