import { randomUUID } from 'node:crypto'
import { newSigningKeys } from '@/lib/testing/signing-keys'
import { type Recorded, signedBatches } from '@/lib/testing/usage-batches'
import { drainJobs, expect, expectAccessible, type Page, signInAs, test } from '../support/journey'

const curator = 'curator@authority.example'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a curator lets a gateway report use, sees what it sends, and revokes its key', async ({ page }) => {
      test.setTimeout(240_000)
      const accessible = async () => (javaScriptEnabled ? await expectAccessible(page) : undefined)
      const [code, { publicKeyPem, signingKeyPem }] = [`gate-${randomUUID().slice(0, 8)}`, newSigningKeys()]
      const keyId = `${code}-key`
      const one = signedBatches(code, keyId, signingKeyPem)
      const post = async (data: object) => {
        const answer = await page.request.post('/api/gateway/usage', { data })
        return [answer.status(), await answer.text()] as const
      }
      const rows = page.getByRole('table', { name: /^Batches/ }).getByRole('row')
      const state = (sequence: number) => page.getByRole('row', { name: new RegExp(`^${code} ${sequence} `) })

      expect(await post(one.batch(1, []))).toEqual([400, expect.stringContaining('The key is not known')])
      await signInAs(page, curator)
      await page.goto('/admin/gateways')
      await accessible()
      await addKey(page, code, keyId, publicKeyPem)
      await expect(page.getByRole('status').first()).toContainText('The key is added.')
      await accessible()

      const again = signedBatches(code, keyId, signingKeyPem)
      const first = again.batch(1, [record('a', 5)])
      expect((await post(first))[0]).toBe(200)
      expect(await post(first)).toEqual([200, expect.stringContaining('known')])
      const others = again.envelope({ ...first.body, records: [record('a', 6)] })
      expect((await post(others))[0]).toBe(409)
      const second = again.batch(2, [record('b', 1)])
      const third = again.batch(3, [record('c', 1)])
      expect(await post(third)).toEqual([202, expect.stringContaining('parked')])
      const patient = { ...record('d', 1), nhsNumber: '9434765919' }
      const refused = await post(again.batch(4, [patient]))
      expect(refused).toEqual([400, expect.stringContaining('nhsNumber')])
      expect(refused[1]).not.toContain('9434765919')
      const forged = signedBatches(code, keyId, newSigningKeys().signingKeyPem)
      expect((await post(forged.batch(9, [])))[0]).toBe(400)

      await page.goto('/admin/gateways')
      await expect(page.getByRole('main')).toContainText('Batch 1: other bytes under a number that was used')
      await expect(state(3)).toContainText('Waits for the batch before it')
      await accessible()
      expect((await post(second))[0]).toBe(200)
      await drainJobs()
      await page.goto('/admin/gateways')
      for (const sequence of [1, 2, 3]) await expect(state(sequence)).toContainText('Counted')
      await expect(rows.filter({ hasText: code })).toHaveCount(3)

      await page
        .getByRole('form', { name: `Revoke the key ${keyId}` })
        .getByRole('button')
        .click()
      await expect(page.getByRole('status').first()).toContainText('The key is revoked.')
      await accessible()
      expect(await post(first)).toEqual([400, expect.stringContaining('The key is revoked')])
      await addKey(page, code, keyId, publicKeyPem)
      await expect(page.getByRole('main')).toContainText('This id names another key already')
      await accessible()
    })
  })

test('a person of a supplier finds no page of gateways', async ({ page }) => {
  await signInAs(page, 'editor@meridian.example')
  expect((await page.goto('/admin/gateways'))?.status()).toBe(404)
})

const record = (id: string, quantity: number): Recorded => ({
  ...{ id, module: 'openpath-core', practice: 'Z99999', day: '2026-02-10', meter: 'message', quantity },
})

async function addKey(page: Page, issuer: string, keyId: string, publicKeyPem: string): Promise<void> {
  await page.getByText('Add a key', { exact: true }).click()
  await page.getByLabel('Gateway', { exact: true }).fill(issuer)
  await page.getByLabel('Key id').fill(keyId)
  await page.getByLabel('Public key').fill(publicKeyPem)
  await page.getByLabel('First day').fill('2026-01-01')
  await page.getByRole('button', { name: 'Add the key' }).click()
}
