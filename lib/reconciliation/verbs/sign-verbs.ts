import { readFileSync } from 'node:fs'
import type { MerkleProof } from '../compare/comparison'
import { holdsProof } from '../engines/merkle'
import type { SignedReport } from '../report'
import { proofSchema } from '../reporting/proof-schema'
import { signReport } from '../sign-report'
import { hasValidSignature, readPublicKey, readReport, reportText } from '../signature'
import { writeWhole } from './leftovers'
import { readJson } from './read-json'
import { type ExitCode, say, type Terminal, type Verb } from './verb'

export const signVerb: Verb = {
  usage: 'sign     --report FILE --canary FILE --signing-key FILE [--out FILE]',
  needs: ['report', 'canary', 'signing-key'],
  may: ['out'],
  run: ({ text }, io): ExitCode => {
    const [report, canary] = [readJson(text.report!), readJson(text.canary!)]
    if (report === undefined || canary === undefined) return say(io, 2, 'The report or the canary is not JSON')
    const signed = signReport(report, canary, readFileSync(text['signing-key']!, 'utf8'))
    if (!signed.ok) return say(io, 2, signed.because)
    writeWhole(text.out ?? text.report!, reportText(signed.report))
    return say(io, 0, `signed with key ${signed.report.signature.keyId}`)
  },
}

export const verifyVerb: Verb = {
  usage: 'verify   --report FILE --public-key FILE [--same-as FILE] [--proof FILE]',
  needs: ['report', 'public-key'],
  may: ['same-as', 'proof'],
  run: ({ text }, io): ExitCode => {
    const key = readPublicKey(readFileSync(text['public-key']!, 'utf8'))
    if (!key) return say(io, 2, 'The public key is no Ed25519 key')
    const read = readReport(readFileSync(text.report!))
    if (!read.ok) return say(io, 2, read.because)
    if (!hasValidSignature(read.report, key)) return say(io, 1, 'The signature does not fit this report and this key')
    if (text.proof) return verifyProof(read.report, text.proof, io)
    if (!text['same-as']) return say(io, 0, 'The signature is valid')
    const other = readReport(readFileSync(text['same-as']))
    if (!other.ok) return say(io, 2, other.because)
    const same = other.report.merkle.root === read.report.merkle.root
    return say(io, same ? 0 : 1, same ? 'The signature is valid and the roots are equal' : 'The roots differ')
  },
}

/** Whether a patient's proof (verb `prove`) leads to the root of this report. */
function verifyProof({ merkle }: SignedReport, path: string, io: Terminal): ExitCode {
  const parsed = proofSchema.safeParse(readJson(path))
  if (!parsed.success) return say(io, 2, 'The proof is not of the agreed form')
  const proof: MerkleProof = parsed.data
  if (proof.root !== merkle.root || proof.leaves !== merkle.leaves) return say(io, 1, 'The proof is of another report')
  return holdsProof(proof)
    ? say(io, 0, 'The signature is valid and the proof leads to the root')
    : say(io, 1, 'The proof does not lead to the root')
}
