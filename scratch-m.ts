import { dataNhsNumbers, dataResources } from './lib/conformance/provider/read-data-folder'
import { startProvider } from './lib/conformance/provider/start-provider'
import { providerFixtures } from './lib/conformance/provider/fixtures'
import { faults } from './lib/conformance/provider/faults/fault-list'
import { runSuite } from './lib/conformance/run/run-suite'
import { parseSandbox } from './lib/conformance/guard/sandbox-rules'
const names = process.argv.slice(2)
const all = names[0] === 'all' ? Object.keys(faults) : names
for (const name of all) {
  const now = new Date()
  const data = process.env.DATA; const nums = data ? dataNhsNumbers(dataResources(data)) : []; const p = await startProvider({ fault: name === 'none' ? undefined : name, port: 0, now, retryAfter: 0, data })
  const t = performance.now()
  const r = await runSuite({ kind: 'DRYRUN', base: p.base, profile: 'core-r4', fixtures: providerFixtures(now, nums), token: p.token, nonce: 'a'.repeat(32), seed: Math.floor(Math.random()*1e6), readOnly: false },
    { sandbox: parseSandbox(['sandbox.test=127.0.0.1'])!, signal: new AbortController().signal, now: () => new Date(), tell: () => {} })
  const bad = r.results.filter(x => x.result !== 'PASS')
  const must = name === 'none' ? '' : faults[name]!.mustFail
  const ok = name === 'none' ? bad.length === 0 : bad.some(b => b.check === must && b.result === 'FAIL')
  console.log(ok ? 'ok  ' : 'MISS', name, '→', must, `${Math.round(performance.now()-t)}ms ${r.exchanges.length} requests`, r.aborted ?? '')
  if (name === 'none') { const by: Record<string, number> = {}; for (const x of r.results) by[x.check] = x.exchanges.length; console.log(by) }
  for (const b of bad) console.log('      ', b.check, b.result, b.reason, '|', b.message)
  await p.close()
}
