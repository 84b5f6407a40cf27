import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { getLogKeys } from '@/lib/assurance/evidence-log/get-log-keys'
import { endWitness, nameWitness } from '@/lib/assurance/evidence-log/name-witness'
import { getCheckpoint, getLog, getProof } from '@/lib/assurance/evidence-log/read-log'
import { takeCosignature } from '@/lib/assurance/evidence-log/take-cosignature'
import { cosign } from '@/lib/conformance/evidence/cosignature'
import { publicHalf } from '@/lib/conformance/evidence/raw-keys'
import { doJob } from '@/lib/conformance/evidence/signer'
import { db } from '@/lib/platform/db'
import { shortBody } from '@/lib/platform/short-body'
import { because } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { module } from '@/prisma/factories/module'
import { main as witnessMain } from '../command-line/evidence-witness'
import { keepEvidenceLog } from './keep-evidence-log'

vi.mock('./ask-signer', () => ({
  askSigner: async (job: Parameters<typeof doJob>[0], file: string, next?: string) => doJob(job, file, next),
}))

const database = useDatabase()
const file = (name: string) => new URL(`../../conformance/evidence/${name}.mjs`, import.meta.url).pathname
// Each test has its own hour, because the buckets of the rate limit outlive a test.
let hour = 0
beforeEach(async () => {
  hour += 24
  vi.stubEnv('DATA_DIR', mkdtempSync(join(tmpdir(), 'witnesses-')))
  await module.conformant()
  await keepEvidenceLog(at(0))
})
afterEach(() => void vi.unstubAllEnvs())
const at = (minutes: number) => contextOf(undefined, new Date(Date.UTC(2026, 2, 2, 10 + hour, minutes)))
const seconds = (minutes: number) => at(minutes).now.getTime() / 1_000

const newWitness = (name: string) => {
  const privateKeyPem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { name, privateKeyPem, publicKey: publicHalf(privateKeyPem) }
}
type Witness = ReturnType<typeof newWitness>
async function named(name: string): Promise<Witness> {
  const witness = newWitness(name)
  expect(await because(nameWitness(at(0), witness))).toBe('done')
  return witness
}
const textOf = async () => `${(await getCheckpoint())!.split('\n\n')[0]}\n`
const signedBy = (witness: Witness, text: string, when = seconds(1)) => `${text}\n${cosign(text, when, witness)}\n`
const offer = async (note: string, minutes = 2) => {
  const taken = await takeCosignature(at(minutes), note)
  if (taken === 'too-many') return taken
  return taken.ok ? (taken.value ? 'new' : 'known') : because(Promise.resolve(taken))
}
const words = async (index = 0) => {
  const { verifyProof } = await import(file('verify'))
  return (verifyProof(await getProof(index), await getLogKeys()).steps as string[]).join('\n')
}

describe('EV-05: witnesses co-sign the checkpoint', () => {
  it('two named witnesses: the checkpoint, every proof and the verifier carry them with their days', async () => {
    const [one, two] = [await named('one.example'), await named('two.example')]
    const text = await textOf()
    expect(await words()).toContain('0 witnesses signed')
    expect(await offer(signedBy(one, text))).toBe('new')
    expect(await words()).toContain('1 witnesses signed')
    expect(await offer(signedBy(two, text))).toBe('new')
    expect(await words()).toContain('2 witnesses that you trust saw the same log')
    expect(await words()).toContain(`two.example co-signed it on ${at(1).now.toISOString().slice(0, 10)}`)
    expect((await getLog()).checkpoint?.witnesses.map(({ name }) => name)).toEqual(['one.example', 'two.example'])
    const { openNote } = await import(file('witness'))
    expect(openNote(await getCheckpoint(), (await getLogKeys()).log).text).toBe(text)
  })

  it('the same again and another second are known, the first is kept; ten at once store one', async () => {
    const one = await named('one.example')
    const text = await textOf()
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => offer(signedBy(one, text, seconds(i)), 30)))
    expect(answers.toSorted()).toEqual([...Array.from({ length: 9 }, () => 'known'), 'new'])
    expect(await db.logCosignature.count()).toBe(1)
    await expect(database.asOwner('delete from "LogCosignature"')).rejects.toThrow('append-only')
  })

  it('two witnesses at once are both kept', async () => {
    const [one, two] = [await named('one.example'), await named('two.example')]
    const text = await textOf()
    expect(await Promise.all([offer(signedBy(one, text)), offer(signedBy(two, text))])).toEqual(['new', 'new'])
    expect((await getLog()).checkpoint?.witnesses).toHaveLength(2)
  })

  it('refuses an unknown witness, one that was ended, a tampered line, another root, a size that is not there, the future', async () => {
    const [one, ended, stranger] = [
      await named('one.example'),
      await named('ended.example'),
      newWitness('stranger.example'),
    ]
    const text = await textOf()
    await endWitness(at(1), ended.name)
    expect(await offer(signedBy(stranger, text))).toContain('No witness of that name')
    expect(await offer(signedBy(ended, text))).toContain('No witness of that name')
    expect(await offer(signedBy({ ...stranger, name: one.name }, text))).toContain('not by that witness')
    const forked = text.replace(/[A-Za-z0-9+/]{43}=/, `${'A'.repeat(43)}=`)
    expect(await offer(signedBy(one, forked))).toContain('another')
    expect(await offer(signedBy(one, text.replace('\n4\n', '\n3\n')))).toBe('not-found')
    expect(await offer(signedBy(one, text.replace('evidence-log', 'other-log')))).toContain('another')
    expect(await offer(signedBy(one, text, seconds(120)))).toContain('in the future')
    expect(await offer(`${signedBy(one, text)}— two lines\n`)).toContain('one line of a witness')
    expect(await offer('')).toContain('one line of a witness')
    const good = signedBy(one, text)
    const from = good.lastIndexOf(' ') + 1
    for (const place of [from, from + 8, from + 30, from + 80]) {
      const bent = good.slice(0, place) + (good[place] === 'x' ? 'y' : 'x') + good.slice(place + 1)
      expect(await offer(bent, 3), String(place)).not.toMatch(/new|known/)
    }
    expect(await db.logCosignature.count()).toBe(0)
  })

  it('an older checkpoint can be co-signed still, but says nothing about the newest', async () => {
    const [one, two] = [await named('one.example'), await named('two.example')]
    const older = await textOf()
    await module.conformant()
    await keepEvidenceLog(at(1), { atOnce: true })
    for (const witness of [one, two]) expect(await offer(signedBy(witness, older))).toBe('new')
    expect((await getLog()).checkpoint?.witnesses).toEqual([])
    expect(await words()).toContain('0 witnesses signed')
    const { judge, openNote } = await import(file('witness'))
    const { log } = await getLogKeys()
    const before = openNote(
      `${older}\n${(await db.logCheckpoint.findFirstOrThrow({ where: { size: 4 } })).note.split('\n\n')[1]}`,
      log,
    )
    expect(judge(await getCheckpoint(4), before, log)).toMatchObject({ size: 6 })
    expect(await getCheckpoint(7)).toBe('shorter')
  })

  it('a flood of strangers is told to wait, and takes no witness’s turn', async () => {
    const one = await named('one.example')
    const text = await textOf()
    const flood = signedBy(newWitness('stranger.example'), text)
    const answers: string[] = []
    for (let i = 0; i < 40; i++) answers.push(await offer(flood))
    expect(answers.slice(20).every((answer) => answer === 'too-many')).toBe(true)
    expect(await offer(signedBy(one, text))).toBe('new')
    expect(await offer(flood, 5), 'later again').toContain('No witness')
  })

  it('the log’s own keys are no witnesses, nor is a second name of the same key', async () => {
    const keys = await getLogKeys()
    const name = (who: string, publicKey: string) => because(nameWitness(at(0), { name: who, publicKey }))
    expect(await name('me.example', keys.log!.publicKey)).toContain('no witness of itself')
    expect(await name('me.example', keys.evidence[0]!.publicKey)).toContain('no witness of itself')
    expect(await name('two words', newWitness('x').publicKey)).toContain('no space')
    expect(await name('me.example', 'short')).toContain('32 bytes')
    const one = await named('one.example')
    expect(await name('again.example', one.publicKey)).toContain('named before')
    expect(await witnessMain(['name', 'two.example', newWitness('x').publicKey])).toBe(0)
    expect(await witnessMain(['end', 'two.example'])).toBe(0)
    expect((await getLogKeys()).witnesses.map((witness) => witness.name)).toEqual(['one.example'])
    expect(await db.event.count({ where: { name: { startsWith: 'LogWitness' } } })).toBe(3)
  })
})

describe('a short body', () => {
  it('is read whole up to its limit, and not beyond it', async () => {
    const request = (body: string | ReadableStream) =>
      new Request('http://x.test', { method: 'POST', body, duplex: 'half' } as RequestInit)
    expect(await shortBody(request('é'.repeat(512)), 1_024)).toBe('é'.repeat(512))
    expect(await shortBody(request('x'.repeat(1_025)), 1_024)).toBeUndefined()
    let given = 0
    const endless = new ReadableStream({
      pull(to) {
        given++
        to.enqueue(new Uint8Array(512))
      },
    })
    expect(await shortBody(request(endless), 1_024)).toBeUndefined()
    expect(given).toBeLessThan(8)
  })
})
