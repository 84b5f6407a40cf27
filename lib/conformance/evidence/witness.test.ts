import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkpointText, signNote } from './checkpoint'
import { cosign, openCosignature } from './cosignature'
import { consistencyProof } from './merkle-rules'
import { MerkleTree } from './merkle-tree'
import { publicHalf } from './raw-keys'

const file = new URL('./witness.mjs', import.meta.url).pathname
type Checkpoint = { text: string; line: string; size: number; root: Buffer }
type Log = { name: string; publicKey: string }
let witness: {
  judge(answer: string, seen: Checkpoint | undefined, log: Log): Checkpoint
  openNote(note: string, log: Log): Checkpoint
  cosign(text: string, seconds: number, name: string, pem: string): string
  lastSeen(folder: string, log: Log): { number: number; seen?: Checkpoint }
  remember(folder: string, number: number, checkpoint: Checkpoint): void
  Contradiction: new () => Error
  Unreadable: new () => Error
}
beforeAll(async () => {
  witness = await import(file)
})

const newPem = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const [logPem, strangerPem, onePem] = [newPem(), newPem(), newPem()]
const log = { name: 'register.example/evidence-log', publicKey: publicHalf(logPem) }
const treeOf = (leaves: string[]) => {
  const tree = new MerkleTree()
  for (const leaf of leaves) tree.append(Buffer.from(leaf))
  return tree
}
const leaves = (n: number, bend?: number) =>
  Array.from({ length: n }, (_, i) => (i === bend ? 'rewritten' : `leaf ${i}`))
const noteOf = (tree: MerkleTree, pem = logPem, size = tree.size) =>
  signNote(checkpointText({ origin: log.name, size, root: tree.root(size) }), { name: log.name, privateKeyPem: pem })
const answerOf = (tree: MerkleTree, since: number, note = noteOf(tree)) =>
  `old ${since}\n${consistencyProof(since, tree.size, tree.at)
    .map((hash) => `${hash.toString('base64')}\n`)
    .join('')}\n${note}`
const seenOf = (n: number) => witness.openNote(noteOf(treeOf(leaves(n))), log)

describe('EV-05: a witness', () => {
  it('is one file of its own: nothing but modules of Node', () => {
    const imports = [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map((match) => match[1])
    expect(imports.every((name) => name!.startsWith('node:'))).toBe(true)
  })

  it('accepts every growth up to forty leaves, and the first that it sees', () => {
    expect(witness.judge(answerOf(treeOf(leaves(7)), 0), undefined, log).size).toBe(7)
    for (let older = 1; older <= 40; older++)
      for (let size = older; size <= 40; size++)
        expect(witness.judge(answerOf(treeOf(leaves(size)), older), seenOf(older), log).size).toBe(size)
  })

  it('refuses a fork, a shortened log, a rewritten leaf, another log', () => {
    const refused =
      (answer: string, seen = seenOf(5)) =>
      () =>
        witness.judge(answer, seen, log)
    expect(refused(answerOf(treeOf(leaves(5, 2)), 5))).toThrow('forked')
    expect(refused(`old 5\n\n${noteOf(treeOf(leaves(4)))}`)).toThrow('shortened')
    for (let size = 6; size <= 20; size++)
      for (let bend = 0; bend < 5; bend++)
        expect(refused(answerOf(treeOf(leaves(size, bend)), 5))).toThrow(witness.Contradiction)
    expect(refused(answerOf(treeOf(leaves(9)), 5, noteOf(treeOf(leaves(9)), strangerPem)))).toThrow(
      'not signed by the log',
    )
    expect(refused(answerOf(treeOf(leaves(9)), 4))).toThrow(witness.Unreadable)
    expect(refused(`old 5\n\n${noteOf(treeOf(leaves(9)))}`), 'no proof').toThrow(witness.Contradiction)
  })

  it('writes the same line as the portal reads, and no changed character of it is read', () => {
    const { text } = seenOf(5)
    const line = witness.cosign(text, 1_700_000_000, 'one.example', onePem)
    const one = { name: 'one.example', publicKey: publicHalf(onePem) }
    expect(line).toBe(cosign(text, 1_700_000_000, { name: 'one.example', privateKeyPem: onePem }))
    expect(openCosignature(text, line, one)).toEqual({ name: 'one.example', seconds: 1_700_000_000 })
    for (let at = 0; at < line.length; at++) {
      const bent = line.slice(0, at) + String.fromCharCode(line.charCodeAt(at) ^ 1) + line.slice(at + 1)
      expect(openCosignature(text, bent, one), bent).toBeUndefined()
    }
    expect(openCosignature(seenOf(6).text, line, one), 'another checkpoint').toBeUndefined()
  })

  it('the published example of C2SP: the form of its line is ours', () => {
    const value =
      'jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA=='
    const bytes = Buffer.from(value, 'base64')
    expect([bytes.length, Number(bytes.readBigUInt64BE(4))]).toEqual([76, 1679315147])
  })

  it('remembers before it signs; two at once in one folder cannot go two ways', () => {
    const folder = mkdtempSync(join(tmpdir(), 'witness-'))
    expect(witness.lastSeen(folder, log)).toEqual({ number: 0, seen: undefined })
    witness.remember(folder, 1, seenOf(5))
    expect(() => witness.remember(folder, 1, seenOf(6))).toThrow(witness.Unreadable)
    expect(witness.lastSeen(folder, log)).toMatchObject({ number: 1, seen: { size: 5 } })
    expect(readdirSync(folder)).toEqual(['000000001'])
  })
})
