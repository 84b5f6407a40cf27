import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Usage, usageOf } from './child-usage'
import { type Figure, figure, median } from './figure'
import { type Pair, writePair } from './reconcile-pair'

const node = [process.execPath, '--conditions=react-server', '--import', 'tsx']
/** As `npm run reconcile` starts it. */
const checker = ['lib/launcher/run.mjs', 'lib/reconciliation/command-line.ts']
/** Ids that each system made are taken out of references after the sorting of keys, or every line would differ. */
const pipeline = `set -e
one() { cat "$1"/*.ndjson | jq -cS 'del(.id,.meta)' | sed -E 's#"([A-Z][A-Za-z]+)/[0-9a-f-]{36}"#"\\1"#g' | LC_ALL=C sort -S 512M > "$2"; }
one "$1" "$3/s"; one "$2" "$3/t"; LC_ALL=C comm -3 "$3/s" "$3/t" | wc -l`

type Round = { ours: Usage; two: Usage; tuned: Usage; jq?: Usage; duckdb?: Usage }

/**
 * B1 to B5 of switching.md §7.9: the checker against the pipeline that people write by hand, DuckDB and a tuned program, in
 * interleaved rounds over one pair; its time and memory at three times the size. `thousand`: resources a side.
 */
export async function measureReconcile(thousand: number, rounds: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-reconcile-'))
  try {
    const pair = await writePair(join(folder, 'one'), thousand)
    const schema = has('duckdb')
      ? (await usageOf([...node, 'bench/reconcile-duckdb.ts', 'schema', pair.source])).out
      : ''
    // So that no round pays for the packing of the checker.
    await usageOf([process.execPath, ...checker, 'manifest'], [64])
    const taken: Round[] = []
    for (let i = 0; i < rounds; i++) {
      console.error(`round ${i + 1} of ${rounds}`)
      taken.push(await takeRound(pair, schema, folder))
    }
    const figures = compareRounds(taken, pair)
    figures.push(exactness(pair))
    return [...figures, ...(await growth(folder, 3 * thousand, taken))]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function takeRound(pair: Pair, schema: string, folder: string): Promise<Round> {
  const room = join(folder, 'sorted')
  mkdirSync(room, { recursive: true })
  const round: Round = {
    ours: await ours(pair),
    tuned: await usageOf([...node, 'bench/reconcile-tuned.ts', pair.source, pair.target]),
    two: await ours(pair, ['--workers', '2']),
  }
  if (has('duckdb'))
    round.duckdb = await usageOf([...node, 'bench/reconcile-duckdb.ts', 'compare', pair.source, pair.target, schema])
  if (has('jq')) round.jq = await usageOf(['sh', '-c', pipeline, 'sh', pair.source, pair.target, room])
  return round
}

const ours = ({ source, target, profile, key, report, details }: Pair, more: string[] = []) =>
  usageOf(
    [
      process.execPath,
      ...checker,
      'compare',
      '--source',
      source,
      '--target',
      target,
      '--profile',
      profile,
      '--key',
      key,
      '--out',
      report,
      '--details',
      details,
      ...more,
    ],
    [0, 1],
  )

function compareRounds(taken: Round[], pair: Pair): Figure[] {
  const n = pair.resources
  const of = (name: keyof Round, what: 'cpuMs' | 'wallMs' | 'peakMb') =>
    median(taken.map((round) => round[name]?.[what] ?? 0))
  const cpu = of('ours', 'cpuMs')
  const against = (name: 'jq' | 'duckdb' | 'tuned', words: string, goal?: number): Figure =>
    has(name)
      ? figure(`reconcile.cpu-${name}`, cpu, 'CPU ms, user and system', {
          baseline: words,
          baselineValue: of(name, 'cpuMs'),
          n,
          goal,
        })
      : { name: `reconcile.cpu-${name}`, value: cpu, unit: 'CPU ms', baseline: 'absent', baselineValue: 0, ratio: 0, n }
  return [
    against('jq', 'jq -cS, sort, comm (B1: 20 times less)', 1 / 20),
    against('duckdb', 'DuckDB, schema given, one thread (B2: 3 times less)', 1 / 3),
    against('tuned', 'the same by hand in Node, tuned'),
    figure('reconcile.wall', of('ours', 'wallMs'), 'ms', {
      baseline: 'two workers',
      baselineValue: of('two', 'wallMs'),
      n,
    }),
    figure('reconcile.speed', pair.bytes / 1_000 / of('ours', 'wallMs'), 'MB/s, start and report included', {
      baseline: 'the same by hand in Node, tuned',
      baselineValue: pair.bytes / 1_000 / of('tuned', 'wallMs'),
      n,
    }),
    figure('reconcile.peak', of('ours', 'peakMb'), 'MB resident (B3)', {
      baseline: 'limit',
      baselineValue: 450,
      n,
      goal: 1,
    }),
    figure('reconcile.peak-two-workers', of('two', 'peakMb'), 'MB resident', {
      baseline: 'one thread',
      baselineValue: of('ours', 'peakMb'),
      n,
    }),
  ]
}

/** B5: every planted item with its class, and nothing else. */
function exactness({ details, truth, resources }: Pair): Figure {
  const found = readFileSync(details, 'utf8').trim().split('\n').length
  const planted = (JSON.parse(readFileSync(truth, 'utf8')) as unknown[]).length
  return figure('reconcile.found', found, 'differences', {
    baseline: 'planted',
    baselineValue: planted,
    n: resources,
    goal: 1,
  })
}

async function growth(folder: string, thousand: number, taken: Round[]): Promise<Figure[]> {
  const pair = await writePair(join(folder, 'three'), thousand)
  const used = await ours(pair)
  return [
    figure('reconcile.growth-cpu', used.cpuMs, 'CPU ms at three times the size (B4)', {
      baseline: 'the size once',
      baselineValue: median(taken.map(({ ours }) => ours.cpuMs)),
      n: pair.resources,
      goal: 3.3,
    }),
    figure('reconcile.peak-three', used.peakMb, 'MB resident at three times the size (B3)', {
      baseline: 'limit',
      baselineValue: 1_100,
      n: pair.resources,
      goal: 1,
    }),
  ]
}

const absent = new Map<string, boolean>()
/** A tool that is not on this machine is reported as absent, never guessed. */
function has(tool: 'jq' | 'duckdb' | 'tuned'): boolean {
  if (tool === 'tuned') return true
  if (!absent.has(tool)) {
    const probe =
      tool === 'jq' ? spawnSync('jq', ['--version']) : spawnSync(process.execPath, ['-e', "import('@duckdb/node-api')"])
    absent.set(tool, probe.status !== 0)
  }
  return !absent.get(tool)
}
