import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const home = '.cache/checker'
const entries = {
  'command-line': 'lib/reconciliation/command-line.ts',
  'scan-worker': 'lib/reconciliation/kernel/scan-worker.ts',
}
const kernel = 'lib/reconciliation/kernel/kernel.wasm'

/**
 * The checker as plain JavaScript with all it needs beside it, packed anew when a source has changed: reading TypeScript
 * file by file would take a second of every run, and the folder runs anywhere with nothing but Node. Answers its address.
 */
export async function packChecker() {
  if (!isFresh()) await pack()
  return pathToFileURL(join(home, 'command-line.mjs')).href
}

/** Every source as it was when it was packed, by time and size. */
function isFresh() {
  const list = join(home, 'sources.json')
  if (!existsSync(list)) return false
  return JSON.parse(readFileSync(list, 'utf8')).every(([path, mark]) => markOf(path) === mark)
}

function markOf(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? `${found.mtimeMs} ${found.size}` : 'gone'
}

/** Into a folder of its own, put in place at once: two who start together do not meet. */
async function pack() {
  const { build } = await import('esbuild')
  mkdirSync('.cache', { recursive: true })
  const folder = mkdtempSync('.cache/packing-')
  const { metafile } = await build({
    entryPoints: entries,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['react-server'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    metafile: true,
    logLevel: 'error',
  })
  copyFileSync(kernel, join(folder, 'kernel.wasm'))
  const sources = [...Object.keys(metafile.inputs).filter((path) => !path.startsWith('(')), kernel]
  writeFileSync(join(folder, 'sources.json'), JSON.stringify(sources.map((path) => [path, markOf(path)])))
  putInPlace(folder)
}

/** Where another was first, theirs stays: it was made of the same sources, or the next start sees that it was not. */
function putInPlace(folder) {
  const old = `${folder}-old`
  try {
    if (existsSync(home)) renameSync(home, old)
    renameSync(folder, home)
  } catch {
    rmSync(folder, { recursive: true, force: true })
  }
  rmSync(old, { recursive: true, force: true })
}
