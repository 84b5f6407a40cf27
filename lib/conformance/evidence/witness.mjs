#!/usr/bin/env node
// A witness of an evidence log (EV-05): remembers every state of the log that it saw, and co-signs a newer one only where nothing
// before it was changed. One file, Node's own modules only. Run it once an hour, far from the portal.
//
//   node witness.mjs key witness.pem                              makes a key; prints what the portal must be told
//   node witness.mjs look <portal>/evidence-log --keys keys.json --name <your name> --key witness.pem --state <folder> [--dry-run]
//
// keys.json    { log: { name, publicKey } }, the public key as base64 of its 32 bytes. Get it from somewhere other than the portal.
// --state      a folder of your own: one file a checkpoint, never deleted. Two witnesses at once in one folder never sign two logs.
//
// It exits with 0 co-signed, 1 the log is not the one that was seen before (what it showed is printed: keep it, it is evidence),
// 2 the portal or a file cannot be read, or the portal did not take the co-signature, 64 usage.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The log shows something that contradicts what it showed before. */
export class Contradiction extends Error {}
/** Somebody else was faster, or the portal cannot be read: to be tried again. */
export class Unreadable extends Error {}

/**
 * The checkpoint of an answer `old <size>`, proof, empty line, signed note, where the log signed it and it grew from what was seen
 * before; throws a Contradiction where it did not. `seen` is undefined for the first look, which has to trust what it gets.
 */
export function judge(answer, seen, log) {
  const read = /^old (0|[1-9][0-9]{0,14})\n((?:[A-Za-z0-9+/]{43}=\n)*)\n([\s\S]*)$/.exec(answer)
  if (!read) throw new Unreadable('the portal answers in another form')
  const note = openNote(read[3], log)
  const before = seen ?? { size: 0 }
  if (Number(read[1]) !== before.size) throw new Unreadable('the portal answers for another length than was asked')
  if (note.size < before.size)
    throw new Contradiction(`the log has ${note.size} leaves, and had ${before.size}: it was shortened`)
  if (note.size === before.size && !note.root.equals(before.root))
    throw new Contradiction(`the log has two roots for ${note.size} leaves: it was forked`)
  const proof = read[2].split('\n').slice(0, -1).map(bytesOf)
  if (before.size > 0 && !grewFrom(before, note, proof))
    throw new Contradiction(`the log of ${note.size} leaves did not grow from the one of ${before.size} that was seen`)
  return note
}

/** The checkpoint of a note that the log signed; throws where it did not. */
export function openNote(note, log) {
  const at = note.indexOf('\n\n')
  const text = note.slice(0, at + 1)
  const body = /^([^\n]+)\n(0|[1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text)
  if (at === -1 || !body) throw new Unreadable('the checkpoint has another form')
  const line = note
    .slice(at + 2)
    .split('\n')
    .find((one) => isByLog(text, one, log))
  if (body[1] !== log.name || !line) throw new Contradiction('the checkpoint is not signed by the log that you know')
  return { text, line, size: Number(body[2]), root: bytesOf(body[3]) }
}

function isByLog(text, line, { name, publicKey }) {
  const [dash, who, value, ...more] = line.split(' ')
  if (dash !== '—' || who !== name || value === undefined || more.length > 0) return false
  const [bytes, raw] = [bytesOf(value), bytesOf(publicKey)]
  const which = sha256(Buffer.from(`${name}\n`), Buffer.from([1]), raw).subarray(0, 4)
  return bytes.subarray(0, 4).equals(which) && verify(null, Buffer.from(text), keyOf(raw), bytes.subarray(4))
}

/** The line of a witness under a checkpoint (C2SP tlog-cosignature, cosignature/v1). */
export function cosign(text, seconds, name, privateKeyPem) {
  const key = createPrivateKey(privateKeyPem)
  const which = sha256(Buffer.from(`${name}\n`), Buffer.from([4]), rawOf(key)).subarray(0, 4)
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(seconds))
  const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), key)
  return `— ${name} ${Buffer.concat([which, time, signature]).toString('base64')}`
}

/** What was seen last in the folder, and the number of its file; every file is a note that the log signed. */
export function lastSeen(folder, log) {
  mkdirSync(folder, { recursive: true })
  const last = readdirSync(folder)
    .filter((name) => /^[0-9]{9}$/.test(name))
    .sort()
    .at(-1)
  return last
    ? { number: Number(last), seen: openNote(readFileSync(join(folder, last), 'utf8'), log) }
    : { number: 0, seen: undefined }
}

/**
 * Remembers a checkpoint under the number after the last, before anything is signed: on the disk, or not at all. Another witness
 * in the same folder that was faster has that number, and then this one must look again.
 */
export function remember(folder, number, { text, line }) {
  const draft = join(folder, `.draft-${process.pid}-${Math.random().toString(36).slice(2)}`)
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, `${text}\n${line}\n`)
    fsyncSync(file)
    linkSync(draft, join(folder, String(number).padStart(9, '0')))
    const folderItself = openSync(folder, 'r')
    fsyncSync(folderItself)
    closeSync(folderItself)
  } catch (error) {
    throw error.code === 'EEXIST' ? new Unreadable('another witness used this folder just now: look again') : error
  } finally {
    closeSync(file)
    rmSync(draft, { force: true })
  }
}

/** One look: fetch, judge, remember, co-sign, send. Answers what happened in words. */
async function look({ address, log, name, privateKeyPem, folder, dryRun }) {
  const { number, seen } = lastSeen(folder, log)
  const answer = await ask(`${address}/checkpoint?since=${seen?.size ?? 0}`)
  // A log that says it has fewer leaves gives no proof: its own signature under the shorter one is what convicts it.
  const text = answer.status === 409 ? `old ${seen.size}\n\n${(await ask(`${address}/checkpoint`)).text}` : answer.text
  if (answer.status !== 200 && answer.status !== 409) throw new Unreadable(`the portal answers ${answer.status}`)
  let checkpoint
  try {
    checkpoint = judge(text, seen, log)
  } catch (error) {
    if (error instanceof Contradiction && seen)
      error.message += `\n\nSeen before:\n${seen.text}\n${seen.line}\n\nShown now:\n${text}`
    throw error
  }
  if (checkpoint.text !== seen?.text) remember(folder, number + 1, checkpoint)
  if (dryRun) return `${checkpoint.size} leaves, as seen before or grown from it; nothing was signed`
  const line = cosign(
    checkpoint.text,
    Math.floor((performance.timeOrigin + performance.now()) / 1000),
    name,
    privateKeyPem,
  )
  const sent = await ask(`${address}/witnesses`, `${checkpoint.text}\n${line}\n`)
  if (sent.status !== 200 && sent.status !== 201)
    throw new Unreadable(`the portal does not take the co-signature: ${sent.status} ${sent.text.slice(0, 300)}`)
  return `co-signed the checkpoint of ${checkpoint.size} leaves`
}

async function ask(address, body) {
  const options = { redirect: 'error', signal: AbortSignal.timeout(30_000) }
  if (body) Object.assign(options, { method: 'POST', body, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  try {
    const answer = await fetch(address, options)
    return { status: answer.status, text: await answer.text() }
  } catch (error) {
    throw new Unreadable(`the portal cannot be reached: ${error.cause?.message ?? error.message}`)
  }
}

/** RFC 9162 §2.1.4.2. */
function grewFrom(before, now, proof) {
  if (before.size === now.size) return proof.length === 0 && before.root.equals(now.root)
  if (proof.length === 0) return false
  const [first, ...rest] = Number.isInteger(Math.log2(before.size)) ? [before.root, ...proof] : proof
  let [fn, sn, older, newer] = [before.size - 1, now.size - 1, first, first]
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  for (const other of rest) {
    if (sn === 0) return false
    const fromLeft = fn % 2 === 1 || fn === sn
    if (fromLeft) older = joined(other, older)
    newer = fromLeft ? joined(other, newer) : joined(newer, other)
    while (fromLeft && fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)]
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return sn === 0 && older.equals(before.root) && newer.equals(now.root)
}

const joined = (left, right) => sha256(Buffer.from([1]), left, right)
const rawOf = (key) => createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32)
const spki = Buffer.from('302a300506032b6570032100', 'hex')
const keyOf = (raw) => createPublicKey({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' })

function sha256(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Base64 as it is written once and only so. */
function bytesOf(text) {
  const bytes = Buffer.from(String(text), 'base64')
  if (bytes.toString('base64') !== text) throw new Unreadable('something is not in exact base64')
  return bytes
}

function makeKey(file) {
  const { privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  return rawOf(privateKey).toString('base64')
}

async function main([verb, where, ...options]) {
  const usage =
    'usage: node witness.mjs key <file> | look <portal>/evidence-log --keys keys.json --name <name> --key <file> --state <folder> [--dry-run]'
  const given = new Map()
  for (let i = 0; i < options.length; i++)
    if (options[i] === '--dry-run') given.set('--dry-run', true)
    else given.set(options[i], options[++i])
  const known = ['--keys', '--name', '--key', '--state', '--dry-run']
  const complete =
    known.slice(0, 4).every((name) => given.get(name)) && [...given.keys()].every((name) => known.includes(name))
  try {
    if (verb === 'key' && where && options.length === 0) {
      process.stdout.write(`Public key: ${makeKey(where)}\n`)
      return 0
    }
    if (verb !== 'look' || !where || !complete || /[\s+]/.test(given.get('--name'))) {
      process.stderr.write(`${usage}\n`)
      return 64
    }
    const said = await look({
      address: where.replace(/\/$/, ''),
      log: JSON.parse(readFileSync(given.get('--keys'), 'utf8')).log,
      name: given.get('--name'),
      privateKeyPem: readFileSync(given.get('--key'), 'utf8'),
      folder: given.get('--state'),
      dryRun: given.has('--dry-run'),
    })
    process.stdout.write(`${said}\n`)
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Contradiction ? 'NOT CO-SIGNED: ' : ''}${error.message}\n`)
    return error instanceof Contradiction ? 1 : 2
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = await main(process.argv.slice(2))
