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
import { basename, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

const kernel = 'lib/reconciliation/kernel/kernel.wasm'

/** Packed anew when a source has changed: reading TypeScript file by file takes a second of every start, and much memory. */
const packs = {
  /** Runs anywhere with nothing but Node: all it needs is beside it. */
  checker: {
    entries: {
      'command-line': 'lib/reconciliation/command-line.ts',
      'scan-worker': 'lib/reconciliation/kernel/scan-worker.ts',
    },
    files: [kernel],
    options: {
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    },
  },
  /** Runs in the checkout alone: packages stay where they are, and what a file looks for beside itself is beside its source. */
  worker: {
    entries: { run: 'lib/worker/run.ts' },
    files: [],
    options: { packages: 'external', sourcemap: true, plugins: [besideItsSource('.cache/worker')] },
  },
}

/** The checker of patient records as plain JavaScript. Answers its address. */
export const packChecker = () => packed('checker', 'command-line.mjs')

/** The worker as plain JavaScript. Answers its address. */
export const packWorker = () => packed('worker', 'run.mjs')

async function packed(name, entry) {
  const home = join('.cache', name)
  if (!isFresh(home)) await pack(home, packs[name])
  return pathToFileURL(join(home, entry)).href
}

/** Every source as it was when it was packed, by time and size. */
function isFresh(home) {
  const list = join(home, 'sources.json')
  if (!existsSync(list)) return false
  return JSON.parse(readFileSync(list, 'utf8')).every(([path, mark]) => markOf(path) === mark)
}

function markOf(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? `${found.mtimeMs} ${found.size}` : 'gone'
}

/** Into a folder of its own, put in place at once: two who start together do not meet. */
async function pack(home, { entries, files, options }) {
  const { build, stop } = await import('esbuild')
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
    metafile: true,
    logLevel: 'error',
    ...options,
  })
  for (const file of files) copyFileSync(file, join(folder, basename(file)))
  const sources = [
    'lib/launcher/packed.mjs',
    ...Object.keys(metafile.inputs).filter((path) => !path.startsWith('(')),
    ...files,
  ]
  writeFileSync(join(folder, 'sources.json'), JSON.stringify(sources.map((path) => [path, markOf(path)])))
  putInPlace(folder, home)
  await stop()
}

/** `import.meta.url` of a packed file is its source's, as seen from the pack: a checkout that is moved takes it along. */
function besideItsSource(home) {
  return {
    name: 'beside-its-source',
    setup: ({ onLoad }) =>
      onLoad({ filter: /(lib|prisma)\/.*\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replaceAll(
          'import.meta.url',
          `new URL(${JSON.stringify(relative(home, path))}, import.meta.url).href`,
        ),
        loader: 'ts',
      })),
  }
}

/** Where another was first, theirs stays: it was made of the same sources, or the next start sees that it was not. */
function putInPlace(folder, home) {
  const old = `${folder}-old`
  try {
    if (existsSync(home)) renameSync(home, old)
    renameSync(folder, home)
  } catch {
    rmSync(folder, { recursive: true, force: true })
  }
  rmSync(old, { recursive: true, force: true })
}
