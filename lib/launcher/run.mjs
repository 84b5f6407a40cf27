import { spawn } from 'node:child_process'
import { preparePackages } from './packages.mjs'
import { packChecker } from './packed.mjs'

// One command line of the portal, with its database opened first. Usage: node run.mjs <file.ts> [arguments …]
const [file, ...rest] = process.argv.slice(2)
await preparePackages({ quiet: true })
if (file === 'lib/reconciliation/command-line.ts') await runChecker()
else runTypeScript()

/** In this process: it reads gigabytes, and says how it ended by its own exit code. */
async function runChecker() {
  process.argv = [process.argv[0], file, ...rest]
  await import(await packChecker())
}

function runTypeScript() {
  const needsNoDatabase = [
    'lib/conformance/command-line.ts',
    'prisma/seed/command-line/demo-report.ts',
    'lib/launcher/write-migration.ts',
    'lib/worker/command-line/states.ts',
    'bench/run.ts',
    'bench/hostile/run.ts',
  ]
  const entry = needsNoDatabase.includes(file) ? [file, ...rest] : ['lib/launcher/with-database.ts', file, ...rest]
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', ...entry], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 70 : (code ?? 70)))
}
