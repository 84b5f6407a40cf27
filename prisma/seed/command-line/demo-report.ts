import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { now } from '@/lib/platform/clock'
import { buildReport, fullCanary } from '@/lib/testing/build-report'

const usage = `Usage: npm run demo:report -- --kind trial|final --source SHA256 --target SHA256 --out DIR [--s1 N] [--s2 N]
Writes report.json and canary.json of an invented comparison, as the checker will. Sign it with "npm run reconcile -- sign".`

/** An invented report for walking the demonstration by hand, until the checker itself compares. It is not signed here. */
function main(args: string[]): number {
  const names = ['kind', 'source', 'target', 'out', 's1', 's2']
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  const { kind, source, target, out, s1, s2 } = parseArgs({ args, options }).values as Record<
    string,
    string | undefined
  >
  const isHash = (text: string | undefined): text is string => /^[0-9a-f]{64}$/.test(text ?? '')
  if ((kind !== 'trial' && kind !== 'final') || !isHash(source) || !isHash(target) || !out) {
    console.error(usage)
    return 64
  }
  const report = buildReport({
    kind,
    sourceManifestSha256: source,
    targetManifestSha256: target,
    startedAt: now(),
    unexplained: { S1: Number(s1 ?? 0), S2: Number(s2 ?? 0) },
  })
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'report.json'), JSON.stringify(report))
  writeFileSync(join(out, 'canary.json'), JSON.stringify(fullCanary(report)))
  console.log(`${join(out, 'report.json')} and canary.json are written; sign them with "npm run reconcile -- sign".`)
  return 0
}

process.exitCode = main(process.argv.slice(2))
