import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/testing/conformance/asking'
import { http, useInternalListener } from '@/lib/testing/conformance/loopback'

useInternalListener()

describe('Limits: deep JSON', () => {
  const of = async (text: string | Buffer) => {
    const answer = await ask(await http((_, response) => response.end(text)))
    return typeof answer === 'string' ? answer : answer.json
  }
  const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth)

  it('Limits: 64 levels are read, 65 are not', async () => {
    expect(await of(nested(64))).toBeDefined()
    expect(await of(nested(65))).toBeUndefined()
    expect(await of(`${'{"a":'.repeat(64)}1${'}'.repeat(64)}`)).toBeDefined()
    expect(await of(`${'{"a":'.repeat(65)}1${'}'.repeat(65)}`)).toBeUndefined()
    expect(await of(`${'[{"a":'.repeat(33)}1${'}]'.repeat(33)}`)).toBeUndefined()
  })

  it('Limits: 100,000 levels do not overflow the stack, closed or not', async () => {
    expect(await of(nested(100_000))).toBeUndefined()
    expect(await of('['.repeat(400_000))).toBeUndefined()
    expect(await of('{"a":'.repeat(80_000))).toBeUndefined()
  })

  it('Limits: brackets in a text, escaped quotes and many shallow ones are no depth', async () => {
    expect(await of(JSON.stringify({ a: '['.repeat(500), b: `\\"${'{'.repeat(500)}` }))).toBeDefined()
    expect(await of(`[${Array(5_000).fill('[]').join()}]`)).toHaveLength(5_000)
    expect(await of(`${']'.repeat(200)}${'['.repeat(100)}`)).toBeUndefined()
  })

  it('what is no JSON, or no UTF-8, has none', async () => {
    for (const text of ['', '{', 'NaN', '{"a":1}x', '<html>', "{'a':1}"]) expect(await of(text)).toBeUndefined()
    expect(await of(Buffer.from([0x22, 0xff, 0x22]))).toBeUndefined()
    expect(await of('null')).toBeNull()
  })
})
