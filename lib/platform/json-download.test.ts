import { expect, it } from 'vitest'
import { jsonDownload } from './json-download'

it('CAT-9 JSON has ordered keys, the moment and the question, and money as text', async () => {
  const answer = jsonDownload('modules.json', new Date('2026-03-02T09:00:00Z'), { q: 'x' }, { total: 1, pence: 5n })
  expect(await answer.text()).toBe(
    '{"generatedAt":"2026-03-02T09:00:00.000Z","pence":"5","query":{"q":"x"},"schemaVersion":1,"total":1}',
  )
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="modules.json"')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
})
