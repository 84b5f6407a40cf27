import { spawn } from 'node:child_process'
import { preparePackages } from './packages.mjs'

// `npm start`: Node's own modules only up to here; the rest runs from the packages.
await preparePackages()
const child = spawn(
  process.execPath,
  ['--conditions=react-server', '--import', 'tsx', 'lib/launcher/portal.ts', ...process.argv.slice(2)],
  { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
