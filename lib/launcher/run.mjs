import { spawn } from 'node:child_process'
import { preparePackages } from './packages.mjs'

// One command line of the portal, with its database opened first. Usage: node run.mjs <file.ts> [arguments …]
const [file, ...rest] = process.argv.slice(2)
await preparePackages({ quiet: true })
const needsNoDatabase = [
  'lib/reconciliation/command-line.ts',
  'lib/conformance/command-line.ts',
  'prisma/seed/command-line/demo-report.ts',
  'lib/launcher/write-migration.ts',
  'lib/worker/command-line/states.ts',
  'bench/run.ts',
]
const entry = needsNoDatabase.includes(file) ? [file, ...rest] : ['lib/launcher/with-database.ts', file, ...rest]
const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', ...entry], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 70 : (code ?? 70)))
