import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { faultNamed, faults } from './faults/fault-list'
import { providerFixtures } from './fixtures'
import { dataNhsNumbers, dataResources } from './read-data-folder'
import { type RunningProvider, startProvider } from './start-provider'
import { startStu3Provider } from './stu3/start-stu3-provider'
import { stu3Faults } from './stu3/stu3-faults'

const usage = `Usage: provider [--fault <name>] [--port <n>] [--data <folder>] [--write <folder>]
                [--publish <word>] [--token <token>] [--jwt] [--tls] [--stu3] [--list-faults]

Starts a sandbox with made-up patients on 127.0.0.1, under the name sandbox.test, until it is interrupted.
  --fault        be wrong in one way
  --port         0 for a free one
  --data         a folder of *.ndjson.gz to hold beside the seed
  --write        put fixtures.json, token.txt, tokens.json and base.txt there, ready for \`run\`
  --publish      show this word, by which the portal knows that the host is yours
  --token        take this one, such as that of an earlier start
  --jwt          ask for tokens of GP Connect, so that their claims can be tested
  --tls          serve https, with a certificate of an authority that --write puts into ca.pem
  --stu3         serve the structured record in STU3 alone, for --profile gpc-stu3; its faults begin with stu3-
  --list-faults  name the ways to be wrong, each with the check that must see it`

/** `npm run conformance -- provider …`. Returns the exit code: 0 when interrupted, 64 where the words are wrong. */
export async function runProvider(argv: string[]): Promise<number> {
  const asked = read(argv)
  if (typeof asked === 'string') {
    console.error(`${asked}\n\n${usage}`)
    return 64
  }
  if (asked['list-faults']) {
    for (const [name, fault] of Object.entries({ ...faults, ...stu3Faults }))
      console.log(`${name.padEnd(32)} ${fault.mustFail.padEnd(12)} ${fault.says}`)
    return 0
  }
  if (asked.help) {
    console.log(usage)
    return 0
  }
  const now = new Date(performance.timeOrigin + performance.now())
  const { fault, data, token, publish, jwt, tls } = asked
  const port = Number(asked.port)
  const provider = asked.stu3
    ? await startStu3Provider({ fault, port, now, token })
    : await startProvider({ fault, port, data, now, jwt, tls, ...(token && { token }) })
  if (publish) provider.publish(publish)
  const numbers = asked.data === undefined ? [] : dataNhsNumbers(dataResources(asked.data))
  tell(provider.base, provider.token, asked.fault)
  if (asked.write !== undefined)
    write(asked.write, provider, providerFixtures(now, numbers), asked.stu3 ? 'gpc-stu3' : 'core-r4')
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
        jwt: { type: 'boolean', default: false },
        tls: { type: 'boolean', default: false },
        stu3: { type: 'boolean', default: false },
        'list-faults': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) return `${values.port} is no port`
    if (values.fault !== undefined && !(values.stu3 && Object.hasOwn(stu3Faults, values.fault)))
      faultNamed(values.fault)
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

function write(folder: string, provider: RunningProvider, given: unknown, profile: string): void {
  mkdirSync(folder, { recursive: true })
  const { base, token, tokens, authority } = provider
  const at = (name: string) => join(folder, name)
  writeFileSync(at('fixtures.json'), `${JSON.stringify(given, null, 2)}\n`)
  writeFileSync(at('token.txt'), token, { mode: 0o600 })
  writeFileSync(at('tokens.json'), `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 })
  writeFileSync(at('base.txt'), base)
  if (authority !== undefined) writeFileSync(at('ca.pem'), authority)
  const trusting = authority === undefined ? '' : `NODE_EXTRA_CA_CERTS=${at('ca.pem')} `
  console.log(
    `${trusting}npm run conformance -- run --base ${base} --profile ${profile} --fixtures ${at('fixtures.json')} --token-file ${at('token.txt')} --tokens-file ${at('tokens.json')} --sandbox sandbox.test=127.0.0.1`,
  )
}
