import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { generateFrom } from './generator/generate-verb'
import { makeKeys } from './make-keys'
import { signReport } from './sign-report'
import { hasValidSignature, readPublicKey, readReport, reportText } from './signature'
import { unbundleVerb } from './unbundle/unbundle-verb'
import { writeManifest } from './write-manifest'

export type Terminal = { out: (text: string) => void; err: (text: string) => void }

/** 0 done or valid · 1 not valid · 2 input faulty, no verdict · 64 usage · 70 internal. */
export type ExitCode = 0 | 1 | 2 | 64 | 70

const usage = `Usage: npm run reconcile -- <verb>
  init     --out DIR                                          makes switch.key, signing.key, signing.pub, profile.json
  manifest --dir DIR --side source|target [--system NAME] [--practice CODE] [--fhir-version V]
  sign     --report FILE --canary FILE --signing-key FILE [--out FILE]
  verify   --report FILE --public-key FILE [--same-as FILE]
  generate --out DIR --patients N --per-patient M --seed S [--plant all|none|LIST]
  unbundle --in FILE… --out DIR                               writes the Bundles' resources as NDJSON`
const later = ['compare', 'canary', 'explain', 'prove', 'bench']

type Options = Record<string, string | undefined>
type Verb = { needs: string[]; may: string[]; run: (options: Options, io: Terminal) => ExitCode | Promise<ExitCode> }

const verbs: Record<string, Verb> = {
  init: { needs: ['out'], may: [], run: init },
  manifest: { needs: ['dir', 'side'], may: ['system', 'practice', 'fhir-version'], run: manifest },
  sign: { needs: ['report', 'canary', 'signing-key'], may: ['out'], run: sign },
  verify: { needs: ['report', 'public-key'], may: ['same-as'], run: verify },
  generate: { needs: ['out', 'patients', 'per-patient', 'seed'], may: ['plant'], run: invent },
}

/** One call of the checker. Progress and complaints go to `err`; `out` stays empty. */
export async function runVerb(args: string[], io: Terminal): Promise<ExitCode> {
  const [name = '', ...rest] = args
  if (later.includes(name)) return complain(io, 64, `"${name}" comes with a later release`)
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (name === 'unbundle') return guard(io, () => unbundleVerb(rest, io))
  if (!verb) return complain(io, 64, usage)
  const options = parse(rest, [...verb.needs, ...verb.may])
  if (!options || verb.needs.some((need) => !options[need])) return complain(io, 64, usage)
  return guard(io, () => verb.run(options, io))
}

/** Faults of files answer 2, all others 70. */
async function guard(io: Terminal, run: () => ExitCode | Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'path' in error)
      return complain(io, 2, `${String(error.path)}: cannot be read or written (${String(error.code)})`)
    return complain(io, 70, `internal fault: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function init(options: Options, io: Terminal): ExitCode {
  const made = makeKeys(options.out!)
  if (!made.ok) return complain(io, 2, made.because)
  return complain(
    io,
    0,
    `made ${made.files.join(', ')}; switch key ${made.keyId}. Keep switch.key and signing.key here.`,
  )
}

async function manifest(options: Options, io: Terminal): Promise<ExitCode> {
  const side = options.side
  if (side !== 'source' && side !== 'target') return complain(io, 64, usage)
  const written = await writeManifest(options.dir!, {
    side,
    system: options.system ?? '',
    practice: options.practice ?? '',
    fhirVersion: options['fhir-version'] ?? '4.0.1',
  })
  if (!written.ok) return complain(io, 2, written.because)
  return complain(io, 0, `${written.manifest.files.length} files; SHA-256 of manifest.json: ${written.sha256}`)
}

function sign(options: Options, io: Terminal): ExitCode {
  const [report, canary] = [readJson(options.report!), readJson(options.canary!)]
  if (report === undefined || canary === undefined) return complain(io, 2, 'The report or the canary is not JSON')
  const signed = signReport(report, canary, readFileSync(options['signing-key']!, 'utf8'))
  if (!signed.ok) return complain(io, 2, signed.because)
  const target = options.out ?? options.report!
  writeFileSync(`${target}.part`, reportText(signed.report), { mode: 0o600 })
  renameSync(`${target}.part`, target)
  return complain(io, 0, `signed with key ${signed.report.signature.keyId}`)
}

function verify(options: Options, io: Terminal): ExitCode {
  const key = readPublicKey(readFileSync(options['public-key']!, 'utf8'))
  if (!key) return complain(io, 2, 'The public key is no Ed25519 key')
  const read = readReport(readFileSync(options.report!))
  if (!read.ok) return complain(io, 2, read.because)
  if (!hasValidSignature(read.report, key))
    return complain(io, 1, 'The signature does not fit this report and this key')
  if (!options['same-as']) return complain(io, 0, 'The signature is valid')
  const other = readReport(readFileSync(options['same-as']))
  if (!other.ok) return complain(io, 2, other.because)
  const same = other.report.merkle.root === read.report.merkle.root
  return complain(io, same ? 0 : 1, same ? 'The signature is valid and the roots are equal' : 'The roots differ')
}

async function invent(options: Options, io: Terminal): Promise<ExitCode> {
  const texts = { patients: options.patients!, perPatient: options['per-patient']!, seed: options.seed! }
  const say = (done: number, total: number) => io.err(`${Math.floor((100 * done) / total)} per cent`)
  const made = await generateFrom(options.out!, { ...texts, plant: options.plant ?? 'none' }, say)
  if (!made.ok) return complain(io, 64, made.because)
  return complain(io, 0, `${made.resources} resources on two sides, ${made.planted} of them lost or changed`)
}

function parse(args: string[], names: string[]): Options | undefined {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values as Options
  } catch {
    return undefined
  }
}

function readJson(path: string): unknown {
  const text = readFileSync(path, 'utf8')
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function complain<Code extends ExitCode>(io: Terminal, code: Code, text: string): Code {
  io.err(text)
  return code
}
