import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Hash } from './merkle-rules'

/** EV-05: the state of the log at one moment, in the form of C2SP tlog-checkpoint: origin, size, root, each on a line. */
export type Checkpoint = { origin: string; size: number; root: Hash }
export type NoteSigner = { name: string; privateKeyPem: string }
export type NoteKey = { name: string; publicKey: KeyObject }

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`

/** The signed note with one more signature at its end: the log's own, or a witness's (C2SP signed-note). */
export function signNote(note: string, { name, privateKeyPem }: NoteSigner): string {
  const key = createPrivateKey(privateKeyPem)
  const [text, signatures = ''] = splitNote(note) ?? [note]
  const signature = Buffer.concat([keyHash(name, createPublicKey(key)), sign(null, Buffer.from(text), key)])
  return `${text}\n${signatures}— ${name} ${signature.toString('base64')}\n`
}

/** Reads a note's checkpoint where this key signed it; undefined where it did not, or the text has another form. */
export function openNote(note: string, { name, publicKey }: NoteKey): Checkpoint | undefined {
  const [text, signatures] = splitNote(note) ?? []
  if (text === undefined || signatures === undefined) return undefined
  const isOurs = signatures.split('\n').some((line) => {
    const [dash, who, value, ...more] = line.split(' ')
    if (dash !== '—' || who !== name || value === undefined || more.length > 0) return false
    const bytes = Buffer.from(value, 'base64')
    return (
      bytes.toString('base64') === value &&
      bytes.subarray(0, 4).equals(keyHash(name, publicKey)) &&
      verify(null, Buffer.from(text), publicKey, bytes.subarray(4))
    )
  })
  return isOurs ? readCheckpoint(text) : undefined
}

function readCheckpoint(text: string): Checkpoint | undefined {
  const match = /^([^\n]+)\n(0|[1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text)
  if (!match) return undefined
  const checkpoint = { origin: match[1]!, size: Number(match[2]), root: Buffer.from(match[3]!, 'base64') }
  return checkpointText(checkpoint) === text ? checkpoint : undefined
}

/** A note is a text, an empty line, and signatures. */
function splitNote(note: string): [string, string] | undefined {
  const at = note.indexOf('\n\n')
  return at === -1 ? undefined : [note.slice(0, at + 1), note.slice(at + 2)]
}

/** The first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key): which key of that name it was. */
function keyHash(name: string, publicKey: KeyObject): Buffer {
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([1]))
    .update(raw)
    .digest()
    .subarray(0, 4)
}
