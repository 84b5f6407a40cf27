import { sha256Hex } from '@/lib/platform/canonical-json'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { expect, expectAccessible, signInAs, signOut, test } from '../support/journey'
import { aPractice, rivals, shortlistOf, when_a_project_is_frozen } from './situations'

test('A6, D3, D4, P5: a direct award is refused above the cap, awarded under it, and its pack is verified', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const of = await aPractice()
  const [cheap, dear] = await rivals(120_000, 150_000)
  await signInAs(page, of.manager.userId)
  await when_a_project_is_frozen(page, await shortlistOf(of, [cheap!, dear!]), 'Direct award')
  await expectAccessible(page)
  const project = new URL(page.url()).pathname

  await page.getByLabel(dear!.name, { exact: true }).check()
  await page.getByLabel('Kind of reason').selectOption('continuity')
  await page.getByLabel('Why this one?').fill('We run it today and everybody here knows how to work with it.')
  await page.getByLabel(`If ${cheap!.name} is not chosen: main cause`).selectOption('support')
  await page
    .getByLabel(`If ${cheap!.name} is not chosen: why not?`)
    .fill('Its help desk closes before our late surgery ends.')
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await expect(page.getByRole('alert').first()).toContainText(
    'Direct award is for orders up to £40,000.00 excluding VAT',
  )

  await page.getByLabel(cheap!.name, { exact: true }).check()
  await page.getByLabel('Kind of reason').selectOption('best-by-mechanism')
  await page.getByLabel(`If ${dear!.name} is not chosen: main cause`).selectOption('price')
  await page
    .getByLabel(`If ${dear!.name} is not chosen: why not?`)
    .fill('It costs more over the term for the same work.')
  await page.getByRole('button', { name: 'Record the decision' }).click()
  await expect(page.getByRole('status')).toContainText('The decision is recorded')
  await expectAccessible(page)

  await page.getByRole('link', { name: /The decision pack/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Decision pack')
  const shown = await page.getByRole('main').textContent()
  const json = await (await page.request.get(`${project}/pack.json`)).body()
  expect(shown).toContain(sha256Hex(json))
  expect(sha256Hex(await (await page.request.get(`${project}/pack.json`)).body())).toBe(sha256Hex(json))
  const pdf = await page.request.get(`${project}/pack.pdf`)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect(sha256Hex(await pdf.body())).toBe(sha256Hex(await (await page.request.get(`${project}/pack.pdf`)).body()))

  const file = (buffer: Buffer) => ({ name: 'decision-pack.json', mimeType: 'application/json', buffer })
  await page.getByLabel('A decision pack as JSON').setInputFiles(file(json))
  await page.getByRole('button', { name: 'Compare the file' }).click()
  await expect(page.getByRole('status')).toContainText('byte for byte')
  const changed = Buffer.from(json)
  changed[changed.length - 3] = changed[changed.length - 3]! ^ 1
  await page.getByLabel('A decision pack as JSON').setInputFiles(file(changed))
  await page.getByRole('button', { name: 'Compare the file' }).click()
  await expect(page.getByRole('main')).toContainText('The file is not this decision pack')
  await expectAccessible(page)

  await signInAs(page, (await person.practiceManager((await organisation.practice()).id)).userId)
  for (const address of ['', '/pack', '/pack.json', '/pack.pdf', '/criteria'])
    expect((await page.request.get(`${project}${address}`)).status(), address).toBe(404)
  await signOut(page)
  for (const address of ['/pack.json', '/pack.pdf'])
    expect((await page.request.get(`${project}${address}`)).status(), address).toBe(404)
})
