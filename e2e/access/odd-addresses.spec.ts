import { expect, signInAs, test } from '../support/journey'
import { addresses } from './matrix'

const names = [
  'q',
  'n',
  'page',
  'sort',
  'size',
  'asOf',
  'm',
  'module',
  'shortlist',
  'done',
  'back',
  'error',
  'token',
  'year',
  'weight',
]
const oddities = [
  names.map((name) => `${name}=a&${name}=b`).join('&'),
  names.map((name) => `${name}=constructor`).join('&'),
  names.map((name) => `${name}=${encodeURIComponent('%_\\\'"<x>&;:* \u{1f600}')}`).join('&'),
  names.map((name) => `${name}=99999999999999999999`).join('&'),
  names.map((name) => `${name}=${'x'.repeat(300)}`).join('&'),
  names.map((name) => `${name}=-1`).join('&'),
  names.map((name) => `${name}=%00`).join('&'),
]

test('no address answers oddities with a fault', async ({ page }) => {
  test.setTimeout(240_000)
  await signInAs(page, 'manager@riverside.example')
  const faults: string[] = []
  for (const address of Object.keys(addresses).filter((a) => !a.includes('...')))
    for (const oddity of oddities) {
      const asked = address.replace(/\[\w+\]/g, 'odd')
      const answer = await page.request.get(`${asked}?${oddity}`, { maxRedirects: 0 })
      const body = await answer.text()
      if (answer.status() >= 500 || body.includes('Sorry, something went wrong'))
        faults.push(`${answer.status()} ${asked}?${oddity.slice(0, 20)}`)
    }
  expect(faults).toEqual([])
})

test('what a link says is done is no words of its own', async ({ page }) => {
  await signInAs(page, 'manager@riverside.example')
  for (const address of ['/funding', '/call-offs', '/contracts', '/account', '/sign-in']) {
    await page.goto(
      `${address}?done=${encodeURIComponent('Ring 0800 EVIL')}&error=${encodeURIComponent('Ring 0800 EVIL')}`,
    )
    await expect(page.getByText('Ring 0800 EVIL')).toHaveCount(0)
  }
})
