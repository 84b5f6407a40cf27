#!/usr/bin/env node
// Verifies evidence of a conformance run without trusting the portal that gave it (EV-06). One file, Node's own modules only.
//
//   node verify.mjs proof.json --keys keys.json [--since older-checkpoint.txt]
//
// proof.json   { envelope, log: { index, size, proof[], checkpoint }, since?: { size, proof[] } }
// keys.json    { evidence: [{ keyid, publicKey, use?, from?, lastDay?, signedBy?, statement?, revokedFromIndex? }],
//                log: { name, publicKey }, witnesses: [{ name, publicKey }] }
//              public keys as base64 of their 32 bytes. Get this file from somewhere other than the portal: what you cannot
//              check is the first key of each use and the log's own; every later key has a statement by the one before it.
//
// The order is: hash → DSSE signature → inclusion → checkpoint → consistency → recomputed verdicts. It exits with
// 0 verified, 1 not verified, 2 a file cannot be read, 64 usage.
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const evidenceType = 'application/vnd.gpit.evidence+json;v=1'
/** A run of the conformance suite; a signed finding, decision or waiver; that a key signs from a day on. */
const [evidence, fact, keyStatement] = ['gpit.evidence/v1', 'gpit.fact/v1', 'gpit.key/v1']

/** Every step that holds, in words, and the bundle; throws a Refusal at the first step that does not. */
export function verifyProof(proof, keys, since) {
  const steps = []
  const must = (holds, words) => {
    if (!holds) throw new Refusal(words)
    steps.push(words)
  }
  exactMembers(proof, ['envelope', 'log'], ['since'])
  exactMembers(proof.envelope, ['payload', 'payloadType', 'signatures'])
  exactMembers(proof.log, ['index', 'size', 'proof', 'checkpoint'])
  const bundle = openEnvelope(proof, keys, must)
  const checkpoint = findInLog(proof, keys, must)
  steps.push(...witnessWords(proof.log.checkpoint, keys, must))
  if (since !== undefined) compareWithOlder(proof, since, checkpoint, keys, must)
  if (bundle.schema === evidence)
    must(canonical(verdictsOf(bundle)) === canonical(bundle.verdicts), 'the verdicts follow from the results')
  return { steps, bundle }
}

/** Hash and DSSE signature. */
function openEnvelope({ envelope, log }, keys, must) {
  const payload = bytesOf(envelope.payload)
  const bundle = JSON.parse(payload.toString('utf8'))
  must(canonical(bundle) === payload.toString('utf8'), 'the bundle is in its one canonical form')
  const forms = [evidence, fact, keyStatement]
  must(forms.includes(bundle.schema), `the bundle is of the form ${forms.slice(0, -1).join(', ')} or ${forms.at(-1)}`)
  const [signature, ...more] = envelope.signatures
  must(envelope.payloadType === evidenceType && more.length === 0, 'the envelope has one signature of the agreed type')
  exactMembers(signature, ['keyid', 'sig'])
  const key = keys.evidence.find((one) => one.keyid === signature.keyid)
  must(key !== undefined, `the key ${signature.keyid} is one that you trust`)
  const revokedFrom = key.revokedFromIndex ?? Number.POSITIVE_INFINITY
  must(log.index < revokedFrom, 'the key was not revoked at that place of the log')
  checkChain(key, keys, must, log.index)
  checkMonths(key, bundle, log.index, keys, must)
  must(isSealedBy(key, payload, signature), 'the signature is of exactly this bundle')
  return bundle
}

function isSealedBy(key, payload, { sig }) {
  const head = `DSSEv1 ${Buffer.byteLength(evidenceType)} ${evidenceType} ${payload.length} `
  return verifySignature(null, Buffer.concat([Buffer.from(head), payload]), publicKey(key), bytesOf(sig))
}

/** EV-07: every key but the first of its use was named in the log, before this place, by a key that counted there. */
function checkChain(key, keys, must, index) {
  let [at, place, length] = [key, index, 1]
  while (at.signedBy !== undefined && at.signedBy !== at.keyid) {
    const { statement, signer } = openStatement(at, keys)
    if (statement.log.index >= place) throw new Refusal(`the key ${at.keyid} was named before it signed`)
    if (signer.revokedFromIndex !== undefined && statement.log.index >= signer.revokedFromIndex)
      throw new Refusal(`the key ${at.keyid} was named by a key that was not revoked`)
    ;[at, place, length] = [signer, statement.log.index, length + 1]
  }
  if (at.statement !== undefined) openStatement(at, keys)
  const firsts = keys.evidence.filter(
    (one) => one.use && (one.signedBy ?? one.keyid) === one.keyid && one.use === at.use,
  )
  must(firsts.length <= 1, `the key is number ${length} of an unbroken chain from the first key, which you hold`)
}

/** The statement of a key, where it says of the key what your file says, and stands in the log. */
function openStatement(key, keys) {
  const { statement } = key
  const must = (holds, words) => {
    if (!holds) throw new Refusal(`${words} (key ${key.keyid})`)
  }
  must(statement !== undefined, 'the statement of the key is in your file: get newer keys')
  exactMembers(statement, ['envelope', 'log'])
  exactMembers(statement.envelope, ['payload', 'payloadType', 'signatures'])
  exactMembers(statement.log, ['index', 'size', 'proof', 'checkpoint'])
  const payload = bytesOf(statement.envelope.payload)
  const said = JSON.parse(payload.toString('utf8'))
  exactMembers(said, ['schema', 'use', 'keyId', 'publicKey', 'from', 'signedBy'])
  must(canonical(said) === payload.toString('utf8'), 'the statement is in its one canonical form')
  const [signature, ...more] = statement.envelope.signatures
  must(more.length === 0 && statement.envelope.payloadType === evidenceType, 'the statement has one signature')
  exactMembers(signature, ['keyid', 'sig'])
  const says = [said.schema, said.keyId, said.publicKey, said.use, said.from, said.signedBy, said.signedBy]
  const known = [keyStatement, key.keyid, key.publicKey, key.use, key.from, key.signedBy, signature.keyid]
  must(canonical(says) === canonical(known), 'the statement says of the key what your file says')
  const signer = keys.evidence.find((one) => one.keyid === said.signedBy)
  must(signer !== undefined && isSealedBy(signer, payload, signature), 'the statement is signed by the key before it')
  must(key.lastDay < yearAfter(key.from), 'the key lasts twelve months at most')
  findInLog(statement, keys, must)
  return { statement, signer }
}

/** A key signs in its own months. Its last act may come after them: that it names its successor. */
function checkMonths(key, bundle, index, keys, must) {
  if (key.from === undefined) return
  const day = bundle.schema === keyStatement ? bundle.from : bundle.signedOn
  const last = bundle.schema === keyStatement ? '9999-12-31' : key.lastDay
  const inside = typeof day === 'string' && key.from <= day && day <= last && key.lastDay < yearAfter(key.from)
  // The oldest leaves bear no day: they are as old as the first keys, so no successor was named before them.
  const named = keys.evidence.some(
    (one) => one.signedBy === key.keyid && one !== key && one.statement?.log.index < index,
  )
  must(day === undefined ? !named && key.signedBy === key.keyid : inside, 'it was signed in the months of its key')
}

const yearAfter = (day) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

/** Inclusion, and the checkpoint that it is proved against. */
function findInLog({ envelope, log }, keys, must) {
  const leaf = sha256(Buffer.from([0]), Buffer.from(canonical(envelope)))
  const checkpoint = openNote(log.checkpoint, keys.log)
  must(checkpoint !== undefined, 'the checkpoint is signed by the log')
  must(checkpoint.origin === keys.log.name, 'the checkpoint is of the log that you trust')
  must(checkpoint.size === log.size, 'the checkpoint is of the size that the proof names')
  const isThere = includes(leaf, log.index, log.size, log.proof.map(bytesOf), checkpoint.root)
  must(isThere, `the envelope is leaf ${log.index} of ${log.size} in the log`)
  return checkpoint
}

function witnessWords(note, keys, must) {
  const { signers, strangers } = signersOf(note, keys)
  must(strangers === 0, 'every signature under the checkpoint is one that you can check, and holds')
  const witnesses = signers.filter(({ key }) => key.publicKey !== keys.log.publicKey)
  const count = new Set(witnesses.map(({ key }) => key.publicKey)).size
  const days = witnesses.filter(({ day }) => day).map(({ key, day }) => `${key.name} co-signed it on ${day}`)
  return count >= 2
    ? [`${count} witnesses that you trust saw the same log`, ...days]
    : [
        `note: ${count} witnesses signed; with fewer than two the log could show different readers different trees`,
        ...days,
      ]
}

/** Consistency with a checkpoint that the reader kept from an earlier day. */
function compareWithOlder({ since: growth }, since, checkpoint, keys, must) {
  const older = openNote(since, keys.log)
  must(older !== undefined && older.origin === checkpoint.origin, 'the older checkpoint is signed by the same log')
  must(growth?.size === older.size, 'the proof says how the log grew since that checkpoint')
  exactMembers(growth, ['size', 'proof'])
  const grew = grewFrom(older.size, older.root, checkpoint.size, checkpoint.root, growth.proof.map(bytesOf))
  must(grew, 'nothing before it was changed since the older checkpoint')
}

/** What the results say of each requirement: one FAIL breaks it; it is met where all its checks passed and one of them is FULL. */
export function verdictsOf({ map, results }) {
  const resultOf = new Map(results.map(({ check, result }) => [check, result]))
  const requirements = [...new Set(map.map(({ requirement }) => requirement))].sort()
  return Object.fromEntries(
    requirements.map((requirement) => {
      const mapped = map.filter((one) => one.requirement === requirement)
      const outcomes = mapped.map(({ check }) => resultOf.get(check))
      if (outcomes.includes('FAIL')) return [requirement, 'NOT_MET']
      const proven =
        outcomes.every((outcome) => outcome === 'PASS') && mapped.some(({ strength }) => strength === 'FULL')
      return [requirement, proven ? 'MET_MACHINE' : 'NOT_PROVEN']
    }),
  )
}

class Refusal extends Error {}

function exactMembers(value, members, optional = []) {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal('a part of the proof is not an object')
  const known = new Set([...members, ...optional])
  if (!members.every((name) => name in value) || !Object.keys(value).every((name) => known.has(name)))
    throw new Refusal(`a part of the proof has other members than ${members.join(', ')}`)
}

/** Base64 as it is written once and only so. */
function bytesOf(text) {
  const bytes = Buffer.from(String(text), 'base64')
  if (bytes.toString('base64') !== text) throw new Refusal('something is not in exact base64')
  return bytes
}

/** RFC 8785: members in the order of their UTF-16 units, numbers and strings as ECMAScript writes them. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.keys(value).sort()
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

function sha256(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const joined = (left, right) => sha256(Buffer.from([1]), left, right)
const publicKey = ({ publicKey: raw }) =>
  createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytesOf(raw)]),
    format: 'der',
    type: 'spki',
  })

/** RFC 9162 §2.1.3.2. */
function includes(leaf, index, size, proof, root) {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  let hash = leaf
  const ended = climb(index, size - 1, proof, (other, fromLeft) => {
    hash = fromLeft ? joined(other, hash) : joined(hash, other)
  })
  return ended && hash.equals(root)
}

/** RFC 9162 §2.1.4.2. */
function grewFrom(older, olderRoot, size, root, proof) {
  if (older > size) return false
  if (older === size) return proof.length === 0 && olderRoot.equals(root)
  if (older === 0 || proof.length === 0) return older === 0 && proof.length === 0
  const [first, ...rest] = Number.isInteger(Math.log2(older)) ? [olderRoot, ...proof] : proof
  let [fn, sn, before, after] = [older - 1, size - 1, first, first]
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  const ended = climb(fn, sn, rest, (other, fromLeft) => {
    if (fromLeft) before = joined(other, before)
    after = fromLeft ? joined(other, after) : joined(after, other)
  })
  return ended && before.equals(olderRoot) && after.equals(root)
}

/** Walks up a proof, telling of each hash from which side it joins; whether it ended exactly at the root. */
function climb(from, last, proof, join) {
  let [fn, sn] = [from, last]
  for (const other of proof) {
    if (sn === 0) return false
    const fromLeft = fn % 2 === 1 || fn === sn
    join(other, fromLeft)
    while (fromLeft && fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)]
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return sn === 0
}

/** The checkpoint of a signed note that this key signed (C2SP signed-note, tlog-checkpoint); undefined where it did not. */
function openNote(note, key) {
  const read = readNote(note)
  return read?.lines.some((line) => isSignedBy(read.text, line, key)) ? read.checkpoint : undefined
}

/** Who signed a note, among the keys that you hold, and how many signatures are of nobody you know or do not hold. */
function signersOf(note, keys) {
  const { text, lines } = readNote(note)
  const found = lines.map((line) => {
    const key = [keys.log, ...(keys.witnesses ?? [])].find((one) => isSignedBy(text, line, one))
    if (key) return { key }
    const [witness, day] = (keys.witnesses ?? []).flatMap((one) => {
      const seconds = cosignedAt(text, line, one)
      return seconds === undefined ? [] : [one, new Date(seconds * 1000).toISOString().slice(0, 10)]
    })
    return witness && { key: witness, day }
  })
  const signers = found.filter((one, i) => one && found.findIndex((other) => other?.key === one.key) === i)
  return { signers, strangers: lines.length - signers.length }
}

/** When that witness co-signed the note (C2SP tlog-cosignature, cosignature/v1), in seconds; undefined where it did not. */
function cosignedAt(text, [, name, value], key) {
  const bytes = bytesOf(value)
  if (name !== key.name || bytes.length !== 76) return undefined
  const which = sha256(Buffer.from(`${name}\n`), Buffer.from([4]), bytesOf(key.publicKey)).subarray(0, 4)
  const seconds = Number(bytes.readBigUInt64BE(4))
  const signed = Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`)
  const holds = bytes.subarray(0, 4).equals(which) && verifySignature(null, signed, publicKey(key), bytes.subarray(12))
  return holds && seconds < 2 ** 42 ? seconds : undefined
}

function readNote(note) {
  const at = note.indexOf('\n\n')
  const [text, signatures] = [note.slice(0, at + 1), note.slice(at + 2)]
  const body = /^([^\n]+)\n(0|[1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text)
  if (at === -1 || !body || !signatures.endsWith('\n')) return undefined
  const lines = signatures
    .slice(0, -1)
    .split('\n')
    .map((line) => /^— (\S+) ([A-Za-z0-9+/]+=*)$/.exec(line))
  if (lines.some((line) => line === null)) return undefined
  return { text, lines, checkpoint: { origin: body[1], size: Number(body[2]), root: bytesOf(body[3]) } }
}

function isSignedBy(text, [, name, value], key) {
  if (name !== key.name) return false
  const bytes = bytesOf(value)
  const which = sha256(Buffer.from(`${name}\n`), Buffer.from([1]), bytesOf(key.publicKey)).subarray(0, 4)
  return (
    bytes.subarray(0, 4).equals(which) && verifySignature(null, Buffer.from(text), publicKey(key), bytes.subarray(4))
  )
}

const readText = (file) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file))

/** The arguments, or undefined where they are not those of the usage. */
function read([file, ...options]) {
  const given = Object.fromEntries(
    options.flatMap((name, i) => (name.startsWith('--') ? [[name, options[i + 1]]] : [])),
  )
  const known = Object.keys(given).every((name) => ['--keys', '--since'].includes(name))
  if (!file || file.startsWith('--') || !given['--keys'] || !known) return undefined
  return [
    JSON.parse(readText(file)),
    JSON.parse(readText(given['--keys'])),
    given['--since'] && readText(given['--since']),
  ]
}

function main(args) {
  let files
  try {
    files = read(args)
  } catch (error) {
    process.stderr.write(`cannot read: ${error.message}\n`)
    return 2
  }
  if (!files) {
    process.stderr.write('usage: node verify.mjs proof.json --keys keys.json [--since older-checkpoint.txt]\n')
    return 64
  }
  try {
    const { steps, bundle } = verifyProof(...files)
    const verdicts = Object.entries(bundle.verdicts ?? {}).map(
      ([requirement, verdict]) => `${requirement}\t${verdict}\n`,
    )
    process.stdout.write(`${steps.map((step) => `✓ ${step}\n`).join('')}${verdicts.join('')}VERIFIED\n`)
    return 0
  } catch (error) {
    const words = error instanceof Refusal ? `it does not hold that ${error.message}` : error.message
    process.stdout.write(`✗ ${words}\nNOT VERIFIED\n`)
    return 1
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.slice(2))
