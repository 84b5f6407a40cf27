import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { expect, signInAs, test } from '../support/journey'

/** The framework draws these pages by script alone; the portal's server gives them whole. */
for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('whose record is not to be found, or not theirs, reads so and finds a way on', async ({ page }) => {
      const stranger = await person.practiceManager((await organisation.practice()).id)
      await signInAs(page, stranger.userId)
      const nothing = '/call-offs/11111111-1111-4111-8111-111111111111'
      for (const address of [nothing, '/admin/settings', '/modules/11111111-1111-4111-8111-111111111111', '/no-such']) {
        const answer = await page.goto(address)
        expect(answer?.status(), address).toBe(404)
        expect(answer?.headers()['content-security-policy'], address).toContain('nonce-')
        await expect(page.getByRole('heading', { level: 1 }), address).toHaveText('Page not found')
        await expect(page.getByRole('main').getByRole('link', { name: 'look at the modules' })).toBeVisible()
        await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB')
      }
      expect(page.url()).toContain('/no-such')
    })
  })

test('an address for programs that finds nothing keeps its own answer', async ({ page }) => {
  const answer = await page.request.get('/api/v1/modules/11111111-1111-4111-8111-111111111111')
  expect(answer.status()).toBe(404)
  expect(answer.headers()['content-type']).toContain('application/problem+json')
})
