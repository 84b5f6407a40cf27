import { describe, expect, it } from 'vitest'
import { short } from '@/lib/testing/conformance/asking'
import { at, http, useInternalListener } from '@/lib/testing/conformance/loopback'
import { fileProves, proofRecordName, recordsProve } from './endpoint-proof-rules'
import { type ProofSettings, proveEndpoint } from './prove-endpoint'

const inside = useInternalListener()
const nonce = 'n0nce-of-this_claim-42'

describe('CS-05: what proves an endpoint', () => {
  it('CS-05: the record stands beside the host', () => {
    expect(proofRecordName('API.GP-Supplier.co.uk.')).toBe('_gpit-challenge.api.gp-supplier.co.uk')
  })

  it.each<[string, string[][], boolean]>([
    ['the nonce', [[nonce]], true],
    ['the nonce in chunks', [['n0nce-of-', 'this_claim-42']], true],
    ['the nonce among others', [['v=spf1 -all'], [` ${nonce} `]], true],
    ['no record', [], false],
    ['an empty one', [[], ['']], false],
    ['another', [['n0nce-of-this_claim-43']], false],
    ['more than the nonce', [[`x${nonce}`], [`${nonce} x`], [`gpit=${nonce}`]], false],
    ['less than the nonce', [[nonce.slice(0, -1)]], false],
    ['another case', [[nonce.toUpperCase()]], false],
    ['the nonce over two records', [['n0nce-of-'], ['this_claim-42']], false],
  ])('CS-05: a TXT answer with %s: %#', (_, records, proves) => {
    expect(recordsProve(records, nonce)).toBe(proves)
  })

  it.each<[string, boolean]>([
    [nonce, true],
    [`${nonce}\n`, true],
    [`# proof\r\n\t${nonce} \r\n`, true],
    [`\ufeff${nonce}`, true],
    ['', false],
    [`<p>${nonce}</p>`, false],
    [`${nonce}${nonce}`, false],
    [`you asked for ${nonce}`, false],
    [nonce.replace('-', '\n'), false],
  ])('CS-05: a file %j: %s', (body, proves) => {
    expect(fileProves(body, nonce)).toBe(proves)
  })

  it.each(['', ' ', 'short', 'a'.repeat(129), 'sixteen letters!', `${'a'.repeat(16)}\n`])(
    'CS-05: %j is no nonce: it proves nothing',
    (weak) => {
      expect(recordsProve([[weak]], weak)).toBe(false)
      expect(fileProves(weak, weak)).toBe(false)
    },
  )
})

describe('CS-05: asking for it', () => {
  const proven = (more: Partial<ProofSettings>) =>
    proveEndpoint({
      base: 'https://gp-supplier.co.uk/fhir',
      nonce,
      limits: short,
      resolve: async () => at('127.0.0.1'),
      ...more,
    })
  const atPort = (port: number) => ({
    base: `http://sandbox.test:${port}/fhir`,
    sandbox: new Map([['sandbox.test', { ip: '127.0.0.1' }]]),
  })

  it('CS-05: DNS is asked first, under the host of the base', async () => {
    const names: string[] = []
    const resolveTxt = async (name: string) => {
      names.push(name)
      return [[nonce]]
    }
    expect(await proven({ resolveTxt })).toEqual({ proven: true, how: 'DNS' })
    expect(names).toEqual(['_gpit-challenge.gp-supplier.co.uk'])
  })

  it('CS-05: the file stands at the root of the host, whatever the base', async () => {
    const asked: unknown[] = []
    const port = await http((request, response) => {
      asked.push(request.url, request.headers.authorization)
      response.end(`${nonce}\n`)
    })
    expect(await proven(atPort(port))).toEqual({ proven: true, how: 'FILE' })
    expect(asked).toEqual(['/.well-known/gpit-conformance.txt', undefined])
  })

  it('CS-05, SG-08: without proof, it says what was seen, and nothing of what the server said', async () => {
    const file = (status: number, body: string) =>
      http((_, response) => response.writeHead(status, { location: `http://127.0.0.1:${inside.port()}/` }).end(body))
    const seen = async (port: number) => {
      const proof = await proven(atPort(port))
      return proof.proven ? 'PROVEN' : proof.seen.join()
    }
    expect(await seen(await file(404, nonce))).toMatch(/answered 404/)
    expect(await seen(await file(302, nonce))).toMatch(/answered 302; redirects are not followed/)
    expect(await seen(await file(200, 'inner secret'))).toMatch(/^(?!.*inner secret).*no line of it is the nonce/)
    expect(await seen(await file(200, `${'x\n'.repeat(3_000)}${nonce}`))).toMatch(/BODY_TOO_LARGE/)
    expect(await seen(await http(() => {}))).toMatch(/HEADERS_TIMEOUT/)
  })

  it.each([
    ['http://gp-supplier.co.uk/'],
    ['https://127.0.0.1/'],
    ['https://localhost/'],
    ['https://①②⑦.⓪.⓪.①/'],
    ['https://user@gp-supplier.co.uk/'],
  ])('CS-05, SG-01: %s is not asked, not even in DNS', async (base) => {
    const resolveTxt = () => Promise.reject(new Error('asked'))
    expect(await proven({ base, resolveTxt })).toEqual({ proven: false, seen: ['TARGET_NOT_ALLOWED'] })
  })

  it('CS-05, SG-03: a name that leads inside is not asked for its file', async () => {
    const resolveTxt = async () => [['something else']]
    expect(await proven({ resolveTxt })).toEqual({
      proven: false,
      seen: [expect.stringMatching(/1 TXT records .*none of them/), 'TARGET_NOT_ALLOWED'],
    })
  })
})
