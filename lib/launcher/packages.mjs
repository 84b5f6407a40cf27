import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [major, minor] = process.versions.node.split('.').map(Number)

/** Packages where they are missing or the lock file changed, and the database client where the schema changed. */
export async function preparePackages({ quiet = false } = {}) {
  if (major < 20 || (major === 20 && minor < 19)) fail(`This needs Node.js 20.19 or newer; this is ${process.version}.`)
  step(
    'node_modules/.installed',
    ['package-lock.json'],
    'Installing packages (20 to 60 seconds the first time)',
    quiet,
    () => run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']),
  )
  step(
    'prisma/generated/.made-from',
    ['package-lock.json', ...schemaFiles()],
    'Writing the database client',
    quiet,
    () =>
      // Prisma's command line insists on a native engine that it would download; "generate" never runs it.
      run(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      }),
  )
}

function schemaFiles() {
  return readdirSync('prisma/schema').map((file) => join('prisma/schema', file))
}

/** Does the work unless `mark` holds the hash of the inputs already. */
function step(mark, inputs, words, quiet, work) {
  const hash = createHash('sha256')
  for (const input of inputs) hash.update(input).update(readFileSync(input))
  const digest = hash.digest('hex')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return
  const began = Date.now()
  if (!quiet) console.log(`· ${words} …`)
  work()
  mkdirSync(join(mark, '..'), { recursive: true })
  writeFileSync(mark, digest)
  if (!quiet) console.log(`  done in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

function run(command, args, variables = {}) {
  const answer = spawnSync(command, args, {
    env: { ...process.env, ...variables },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  if (answer.status !== 0) fail(`"${command} ${args.join(' ')}" failed:\n${answer.stdout}${answer.stderr}`)
}

function fail(words) {
  console.error(words)
  process.exit(1)
}
