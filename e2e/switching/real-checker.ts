import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { now } from '@/lib/platform/clock'
import { runVerb } from '@/lib/reconciliation/run-verb'

/** The real checker in a folder of its own, as a practice runs it: keys, invented records of both systems, signed reports. */
export class RealChecker {
  private readonly folder = mkdtempSync(join(tmpdir(), 'journey-checker-'))

  private at = (...path: string[]) => join(this.folder, ...path)

  private async run(expected: number, ...args: string[]): Promise<void> {
    const said: string[] = []
    const io = { out: () => {}, err: (text: string) => void said.push(text), now }
    const code = await runVerb(args, io)
    if (code !== expected) throw new Error(`${args[0]} ended with ${code}:\n${said.join('\n')}`)
  }

  /** @returns the public key to register. */
  async makeKeys(): Promise<string> {
    await this.run(0, 'init', '--out', this.at('keys'))
    return readFileSync(this.at('keys', 'signing.pub'), 'utf8')
  }

  /** The same practice each time; `plant` names what its new system lost. @returns the hashes of both manifests. */
  async load(name: string, plant: string): Promise<{ source: string; target: string }> {
    const size = ['--patients', '60', '--per-patient', '20', '--seed', '5']
    await this.run(0, 'generate', '--out', this.at(name), ...size, '--plant', plant)
    for (const side of ['source', 'target'] as const)
      await this.run(0, 'manifest', '--dir', this.at(name, side), '--side', side)
    const hash = (side: string) => sha256Hex(readFileSync(this.at(name, side, 'manifest.json')))
    return { source: hash('source'), target: hash('target') }
  }

  /** Compares, proves itself by a canary and signs; `ends` is the exit code of the comparison. @returns the signed report. */
  async report(name: string, ends: 0 | 1): Promise<Buffer> {
    const run = ['--source', this.at(name, 'source'), '--target', this.at(name, 'target')]
    const rules = ['--profile', this.at(name, 'profile.json'), '--key', this.at('keys', 'switch.key')]
    const [report, canary] = [this.at(`${name}.json`), this.at(`${name}-canary.json`)]
    await this.run(ends, 'compare', ...run, ...rules, '--out', report)
    await this.run(0, 'canary', ...run, ...rules, '--seed', '7', '--out', canary)
    const key = this.at('keys', 'signing.key')
    await this.run(0, 'sign', '--report', report, '--canary', canary, '--signing-key', key)
    return readFileSync(report)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
