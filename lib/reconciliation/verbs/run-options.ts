import { readFileSync } from 'node:fs'
import { defaultEngine, type EngineName, engines, isEngineName } from '../engines'
import { readSwitchKey } from '../make-keys'
import { type LoadedProfile, loadProfile } from '../sameness/load-profile'
import { type Options, Refusal } from './verb'

/** What `compare` and its kin are given, checked: profile with its instant, switch key, engine and limits. */
export type RunOptions = {
  source: string
  target: string
  loaded: LoadedProfile
  switchKey: Uint8Array
  engine: EngineName
  maxLine: number | undefined
  workers: number | undefined
  resume: string | undefined
}

export const runNeeds = ['source', 'target', 'profile', 'key']
export const runMay = ['workers', 'max-line', 'engine']

/** Reads what stands in the options, or throws a `Refusal`: 64 for what is no option, 2 for a file that says the wrong thing. */
export function readRunOptions({ text, flags }: Options): RunOptions {
  const engine = text.engine ?? defaultEngine
  if (!isEngineName(engine)) throw new Refusal(64, `--engine: this release has ${Object.keys(engines).join(', ')}`)
  return {
    source: text.source!,
    target: text.target!,
    loaded: readProfile(text.profile!),
    switchKey: readKey(text.key!),
    engine,
    maxLine: wholeNumber('max-line', text['max-line']),
    workers: wholeNumber('workers', text.workers),
    resume: flags.has('resume') ? sideCarOf(text.out) : undefined,
  }
}

/** EN-06: what a stopped run leaves lies beside its report. */
function sideCarOf(out: string | undefined): string {
  if (out === undefined || out === '-')
    throw new Refusal(64, '--resume: needs a report file, beside which it keeps its work')
  return `${out}.resume`
}

function readProfile(path: string): LoadedProfile {
  const loading = loadProfile(path)
  if (!loading.ok) throw new Refusal(2, loading.because)
  return loading.loaded
}

function readKey(path: string): Uint8Array {
  const key = readSwitchKey(readFileSync(path, 'utf8'))
  if (!key) throw new Refusal(2, 'key: this is no switch key (64 hex digits, as "init" makes it)')
  return key
}

export function wholeNumber(name: string, text: string | undefined, least = 1): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least)
    throw new Refusal(64, `--${name}: must be a whole number from ${least}`)
  return value
}
