import type { APIResponse } from '@playwright/test'
import { z } from 'zod'
import { publicModuleDetail } from '@/lib/catalogue/public-schema'
import { openApi, publicLists, publicPage } from '@/lib/insight/open-api'
import { expect, test } from '../support/journey'

test('a program reads every list page by page, each row once and in the shape of the document', async ({ page }) => {
  for (const { path, row } of publicLists) {
    const ids: string[] = []
    for (let address: string | null = `${path}?limit=20`; address; ) {
      const answer: APIResponse = await page.request.get(address)
      expect(answer.status(), address).toBe(200)
      const body = z.strictObject(publicPage(row).shape).parse(await answer.json()) as {
        data: { id: string }[]
        next: string | null
        notice: string
      }
      ids.push(...body.data.map((r) => r.id))
      expect(body.notice).toContain('Open Government Licence')
      address = /<([^>]+)>; rel="next"/.exec(answer.headers().link ?? '')?.[1] ?? null
      expect(address !== null).toBe(body.next !== null)
    }
    expect(ids.length, path).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('who holds an answer gets 304; a bad cursor, a bad limit and an unknown id are problems with words', async ({
  page,
}) => {
  const first = await page.request.get('/api/v1/capabilities')
  expect(
    (await page.request.get('/api/v1/capabilities', { headers: { 'if-none-match': first.headers().etag! } })).status(),
  ).toBe(304)
  for (const [address, status] of [
    ['/api/v1/modules?cursor=!', 400],
    ['/api/v1/modules?limit=1000', 400],
    ['/api/v1/modules/nothing', 404],
  ] as const) {
    const answer = await page.request.get(address)
    expect(answer.status()).toBe(status)
    expect(answer.headers()['content-type']).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ status, detail: expect.any(String) })
  }
})

test('one module is told with the text that its hash is of, and the document names every address', async ({ page }) => {
  const { data } = await (await page.request.get('/api/v1/modules?limit=1')).json()
  const module = publicModuleDetail.parse(await (await page.request.get(`/api/v1/modules/${data[0].id}`)).json())
  expect(module.content.name).toBe(module.name)
  const answer = await page.request.get('/api/v1/modules', { headers: { 'accept-encoding': 'gzip' } })
  expect(answer.headers()).toMatchObject({
    'content-encoding': 'gzip',
    vary: expect.stringMatching(/accept-encoding/i),
    'x-content-type-options': 'nosniff',
  })
  const held = { 'accept-encoding': 'gzip', 'if-none-match': answer.headers().etag! }
  expect((await page.request.get('/api/v1/modules', { headers: held })).status()).toBe(304)
  const document = await (await page.request.get('/api/v1/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  expect(Object.keys(document.paths)).toEqual(Object.keys(openApi('').paths))
})
