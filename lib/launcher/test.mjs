import { spawn } from 'node:child_process'
import { preparePackages } from './packages.mjs'

// `npm test`: Node's own modules only up to here; the rest runs from the packages. Arguments name the kinds to run.
await preparePackages()
const child = spawn(
  process.execPath,
  ['--conditions=react-server', '--import', 'tsx', 'lib/launcher/test-run.ts', ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
