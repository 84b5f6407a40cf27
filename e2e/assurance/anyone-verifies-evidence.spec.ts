import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { now } from '@/lib/platform/clock'
import { contextOf } from '@/lib/testing/context'
import { keepEvidenceLog } from '@/lib/worker/evidence-log/keep-evidence-log'
import { expect, expectAccessible, type Page, portalAddress, test } from '../support/journey'

test('a visitor downloads a proof and the verifier, and needs to trust neither', async ({ page }) => {
  await keepEvidenceLog(contextOf(undefined, now()))
  await page.goto('/evidence-log')
  await expect(page.getByRole('heading', { name: 'Evidence log', exact: true })).toBeVisible()
  await expect(page.getByText('Until two witnesses co-sign')).toBeVisible()
  await expectAccessible(page)
  const folder = mkdtempSync(join(tmpdir(), 'visitor-'))
  const proof = await proofOfTheOldest(page, folder)
  for (const name of ['keys.json', 'verify.mjs']) await fetchInto(folder, name, `/evidence-log/${name}`)
  const verified = verify(folder)
  expect(verified.stdout).toContain('the envelope is leaf')
  expect(verified.status).toBe(0)
  const bent = readFileSync(proof, 'utf8').replace('"index":', '"index":1')
  writeFileSync(proof, bent)
  expect(verify(folder).status).toBe(1)
})

async function proofOfTheOldest(page: Page, folder: string): Promise<string> {
  await page.goto('/evidence-log?below=1')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /the proof of leaf 0/ }).click()
  const path = join(folder, 'proof.json')
  await (await download).saveAs(path)
  return path
}

async function fetchInto(folder: string, name: string, address: string): Promise<void> {
  const answer = await fetch(`${portalAddress()}${address}`)
  expect(answer.status).toBe(200)
  writeFileSync(join(folder, name), Buffer.from(await answer.arrayBuffer()))
}

const verify = (folder: string) =>
  spawnSync(process.execPath, ['verify.mjs', 'proof.json', '--keys', 'keys.json'], { cwd: folder, encoding: 'utf8' })
