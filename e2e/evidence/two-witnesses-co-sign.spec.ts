import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endWitness, nameWitness } from '@/lib/assurance/evidence-log/name-witness'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { contextOf } from '@/lib/testing/context'
import { keepEvidenceLog } from '@/lib/worker/evidence-log/keep-evidence-log'
import { expect, expectAccessible, type Page, portalAddress, test } from '../support/journey'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })
    test('two witnesses co-sign the newest checkpoint, and the page says who saw it', async ({ page }) => {
      await keepEvidenceLog(contextOf(undefined, now()), { atOnce: true })
      await page.goto('/evidence-log')
      await expect(page.getByText('split views are possible')).toBeVisible()
      const witnesses = await Promise.all(['a', 'b'].map(given_a_witness))
      try {
        // A witness of one is not enough, and a checkpoint that was made meanwhile has to be looked at anew.
        await expect(async () => when_it_looks(witnesses[0]!, page, 'Only witness-a')).toPass()
        await expect(async () => {
          for (const witness of witnesses) look(witness)
          await when_it_looks(witnesses[1]!, page, 'The newest checkpoint is co-signed by witness-a')
        }).toPass()
        await expect(page.getByText('split views are possible')).toBeHidden()
        if (javaScriptEnabled) await expectAccessible(page)
        await then_the_verifier_counts_them(witnesses[0]!.folder)
      } finally {
        for (const { name } of witnesses) await endWitness(contextOf(undefined, now()), name)
      }
    })
  })
}

type Witness = { name: string; folder: string }

/** Somebody outside, with the portal's program and a key of their own, whom the deployment has named. */
async function given_a_witness(letter: string): Promise<Witness> {
  const witness = { name: `witness-${letter}-${newId()}.example`, folder: mkdtempSync(join(tmpdir(), 'witness-')) }
  for (const name of ['witness.mjs', 'keys.json']) await fetchInto(witness.folder, name)
  const made = spawnSync(process.execPath, ['witness.mjs', 'key', 'witness.pem'], options(witness))
  const publicKey = /^Public key: (\S+)$/m.exec(made.stdout)![1]!
  expect(await nameWitness(contextOf(undefined, now()), { name: witness.name, publicKey })).toMatchObject({ ok: true })
  return witness
}

function look(witness: Witness): void {
  const address = `${portalAddress()}/evidence-log`
  const flags = ['--keys', 'keys.json', '--name', witness.name, '--key', 'witness.pem', '--state', 'seen']
  const looked = spawnSync(process.execPath, ['witness.mjs', 'look', address, ...flags], options(witness))
  expect(looked.status, looked.stderr).toBe(0)
}

async function when_it_looks(witness: Witness, page: Page, words: string): Promise<void> {
  look(witness)
  await page.goto('/evidence-log')
  await expect(page.getByText(words)).toBeVisible({ timeout: 1_000 })
}

async function then_the_verifier_counts_them(folder: string): Promise<void> {
  await fetchInto(folder, 'keys.json')
  await fetchInto(folder, 'verify.mjs')
  await fetchInto(folder, 'proofs/0', 'proof.json')
  const flags = ['verify.mjs', 'proof.json', '--keys', 'keys.json']
  const verified = spawnSync(process.execPath, flags, { cwd: folder, encoding: 'utf8' })
  expect(verified.stdout).toContain('2 witnesses that you trust saw the same log')
  expect(verified.status).toBe(0)
}

async function fetchInto(folder: string, path: string, name = path): Promise<void> {
  const answer = await fetch(`${portalAddress()}/evidence-log/${path}`)
  expect(answer.status).toBe(200)
  writeFileSync(join(folder, name), Buffer.from(await answer.arrayBuffer()))
}

const options = ({ folder }: Witness) => ({ cwd: folder, encoding: 'utf8' as const })
