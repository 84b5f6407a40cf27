import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { ZipFile } from '@/lib/platform/zip-archive'

/** What the authority's key signs of a sealed pack: which switch, and the hash of its index. */
export const packSchema = 'gpit.switch-evidence/v1'

/** The pack's table of contents: path, length in bytes and SHA-256 of every file beside it, as RFC 8785 text. */
export function indexOf(switchId: string, files: ZipFile[]): string {
  const listed = [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, text }) => ({ path, bytes: Buffer.byteLength(text), sha256: sha256Hex(text) }))
  return canonicalJson({ schema: packSchema, switchId, files: listed })
}

/** The file of a value: RFC 8785, so that the same facts are the same bytes. Days and instants are ISO text. */
export const jsonFile = (path: string, value: unknown): ZipFile => ({
  path,
  text: `${canonicalJson(JSON.parse(JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? v.toString() : v))))}\n`,
})

type Chained = { chainId: string; position: number; hash: string }

/** The last event of the switch in each chain in which it has any: from there on somebody else's head must follow. */
export function headsOf(events: Chained[]): Chained[] {
  const heads = new Map<string, Chained>()
  for (const { chainId, position, hash } of events)
    if (position > (heads.get(chainId)?.position ?? 0)) heads.set(chainId, { chainId, position, hash })
  return [...heads.values()].sort((a, b) => (a.chainId < b.chainId ? -1 : 1))
}

/** Goes into every pack: how a stranger checks it without this portal. */
export const packReadme = `Evidence of a switch from one clinical system to another
=========================================================

It holds no patient, no record and no NHS number: counts, hashes, statements and signatures only.

index.json names every file here with its length and SHA-256. To check it:

1. Compute the SHA-256 of each file and compare it with index.json.
2. In a sealed pack, index.dsse.json is a DSSE envelope (payloadType application/vnd.gpit.evidence+json;v=1). Its payload, in
   base64, names the switch and the SHA-256 of index.json. Check its Ed25519 signature with the public key that the authority
   publishes at /evidence-log/keys.json under the keyid of the envelope. A pack without it is not sealed: it shows how things
   stood when it was downloaded.
3. Each file in reports/ is a signed report of the checker. Check it with the public key of keys.json that it names:
   npm run reconcile -- verify --report FILE --public-key FILE
4. events.json holds each event of the switch with what its hash covers and the hash before it; chain-heads.json the last one
   in each chain. The hash of an event is the SHA-256 of the RFC 8785 text of its fields without "hash".

What is not here: the profile of rules (a report names its SHA-256; the practice keeps the file), the manifests themselves (the
suppliers keep them; manifests.json has their hashes) and the paper of the deletion certificate (certificate.json has its hash).
`
