import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Comparison } from '@/lib/reconciliation/compare/comparison'
import type { Judged } from '@/lib/reconciliation/differences/finding'
import { judgeAll } from '@/lib/reconciliation/differences/judge-all'
import { pathText } from '@/lib/reconciliation/differences/path'
import { type EngineName, engines } from '@/lib/reconciliation/engines'
import { emptyProfile } from '@/lib/reconciliation/profile-schema'
import { type LoadedProfile, loadProfile } from '@/lib/reconciliation/sameness/load-profile'

export const switchKey = new Uint8Array(32).fill(7)
export const asOf = '2026-03-02T09:00:00Z'

/** A folder of its own for each test file; the caller removes it. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'reconciliation-'))

/** Writes a profile and reads it as the command line does. */
export function profileIn(folder: string, changes: object = {}): LoadedProfile {
  const path = join(folder, 'profile.json')
  writeFileSync(path, JSON.stringify({ ...emptyProfile, asOf, ...changes }))
  return profileAt(path)
}

export function profileAt(path: string): LoadedProfile {
  const loading = loadProfile(path)
  if (!loading.ok) throw new Error(loading.because)
  return loading.loaded
}

export const noRules: LoadedProfile = withoutRules()

function withoutRules(): LoadedProfile {
  const folder = newFolder()
  const loaded = profileIn(folder)
  rmSync(folder, { recursive: true })
  return loaded
}

/** Writes one side: a resource a line. */
export function writeSide(folder: string, side: 'source' | 'target', resources: readonly object[]): string {
  mkdirSync(join(folder, side), { recursive: true })
  writeFileSync(join(folder, side, 'all.ndjson'), resources.map((r) => `${JSON.stringify(r)}\n`).join(''))
  return join(folder, side)
}

/** Compares `source/` and `target/` of a folder, with the plain engine unless told otherwise, and judges every difference. */
export async function judgeFolder(
  folder: string,
  profile: LoadedProfile = noRules,
  engine: EngineName = 'reference',
): Promise<{ comparison: Comparison; judged: Judged[] }> {
  const [source, target] = [join(folder, 'source'), join(folder, 'target')]
  const answer = await engines[engine].compare({ source, target, profile, switchKey })
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults.slice(0, 5)))
  const judged: Judged[] = []
  for await (const one of judgeAll(answer.comparison, answer.rereading, profile)) judged.push(one)
  return { comparison: answer.comparison, judged }
}

/** The changed paths of a difference as people write them, in one order. */
export const pathsOf = ({ changes }: Judged): string[] => changes.map((c) => pathText(c.steps)).sort()
