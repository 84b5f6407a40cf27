import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { http, useInternalListener } from '@/lib/testing/conformance/loopback'
import { createClient } from '../http/create-client'
import { underBase } from './under-rules'

const inside = useInternalListener()
const sandbox = new Map([['sandbox.test', { ip: '127.0.0.1' }]])

const base = new URL('https://api.gp-supplier.co.uk/fhir/')
const off: Record<string, string[]> = {
  'another origin': [
    'https://169.254.169.254/latest/meta-data/',
    'http://169.254.169.254/fhir/',
    'https://api.gp-supplier.co.uk.evil.com/fhir/Patient',
    'https://api.gp-supplier.co.ukevil.com/fhir/',
    'https://evil-api.gp-supplier.co.uk/fhir/Patient',
    'https://gp-supplier.co.uk/fhir/Patient',
    'http://api.gp-supplier.co.uk/fhir/Patient',
    'https://api.gp-supplier.co.uk:8443/fhir/Patient',
    'https://api.gp-supplier.co.uk./fhir/Patient',
    '//evil.com/fhir/Patient',
    '///evil.com/fhir/Patient',
    'https:evil.com/fhir/',
    'file:///fhir/Patient',
    'javascript:alert(1)',
    'data:application/json,{}',
    'https://[::1]/fhir/Patient',
    'https://',
  ],
  'userinfo and backslash': [
    'https://api.gp-supplier.co.uk@evil.com/fhir/Patient',
    'https://api.gp-supplier.co.uk:443@127.0.0.1/fhir/Patient',
    'https://user:word@api.gp-supplier.co.uk/fhir/Patient',
    'https://@api.gp-supplier.co.uk/fhir/Patient',
    'https://evil.com\\@api.gp-supplier.co.uk/fhir/Patient',
    'https://api.gp-supplier.co.uk\\@evil.com/fhir/Patient',
    '\\\\evil.com\\fhir\\Patient',
    '/\\evil.com/fhir/Patient',
    'Patient\\..\\..\\admin',
  ],
  'a look-alike beginning': [
    'https://api.gp-supplier.co.uk/fhirx/Patient',
    'https://api.gp-supplier.co.uk/fhir-admin/Patient',
    'https://api.gp-supplier.co.uk/FHIR/Patient',
    'https://api.gp-supplier.co.uk/fhi',
    'https://api.gp-supplier.co.uk/',
    'https://api.gp-supplier.co.uk//fhir/Patient',
    'https://api.gp-supplier.co.uk/x/fhir/Patient',
    '/Patient',
  ],
  'steps outside': [
    '../admin',
    'Patient/../../admin',
    'https://api.gp-supplier.co.uk/fhir/../admin',
    'https://api.gp-supplier.co.uk/fhir/%2e%2e/admin',
    'https://api.gp-supplier.co.uk/fhir/.%2E/admin',
    'https://api.gp-supplier.co.uk/fhir/..%2fadmin',
    'https://api.gp-supplier.co.uk/fhir/%2e%2e%2fadmin',
    'https://api.gp-supplier.co.uk/fhir/..%5cadmin',
    'https://api.gp-supplier.co.uk/fhir/%252e%252e%252fadmin',
    'https://api.gp-supplier.co.uk/fhir/%25252e%25252e/admin',
    'https://api.gp-supplier.co.uk/fhir/..;/admin',
    'https://api.gp-supplier.co.uk/fhir/..;x=1/admin',
    'https://api.gp-supplier.co.uk/fhir/Patient%2f..%2f..%2fadmin',
    'https://api.gp-supplier.co.uk/fhir%2fPatient',
    'https://api.gp-supplier.co.uk/fhir/%00',
    'https://api.gp-supplier.co.uk/fhir/%0d%0aHost:x',
    'https://api.gp-supplier.co.uk/fhir/%ff',
    'https://api.gp-supplier.co.uk/fhir/%',
  ],
  'controls, blanks, fragments, length': [
    'Patient/1\r\nHost: evil.com',
    ' https://evil.com/fhir/',
    'Patient/ 1',
    'Patient/\u00001',
    'Patient/\u202e1',
    'Patient#x',
    '#x',
    `Patient/${'a'.repeat(9_000)}`,
  ],
}

for (const [family, addresses] of Object.entries(off))
  describe(`SG-05: ${family}`, () => {
    it.each(addresses)('SG-05: %j does not lie under the base, and nothing is sent to it', async (address) => {
      expect(underBase(address, base)).toBeUndefined()
      let asked = 0
      const port = await http((_, response) => {
        asked++
        response.end()
      })
      const client = createClient({ base: `http://sandbox.test:${port}/fhir/`, token: 't', testRanges: [], sandbox })
      const here = address.replaceAll('https://api.gp-supplier.co.uk', `http://sandbox.test:${port}`)
      const to = address.startsWith('http://api') ? `http://sandbox.test:${inside.port()}/fhir/` : here
      expect(client.under(to)).toBeUndefined()
      await expect(client.ask({ to })).rejects.toMatchObject({ code: 'TARGET_NOT_ALLOWED', exchange: null, ms: 0 })
      await expect(client.lines({ to })[Symbol.asyncIterator]().next()).rejects.toMatchObject({ exchange: null })
      expect([asked, client.exchanges.length]).toEqual([0, 0])
    })
  })

describe('SG-05: must pass', () => {
  it.each([
    ['Patient/1', 'https://api.gp-supplier.co.uk/fhir/Patient/1'],
    ['/fhir/Patient/1', 'https://api.gp-supplier.co.uk/fhir/Patient/1'],
    ['https://api.gp-supplier.co.uk/fhir/Patient?_page=2', 'https://api.gp-supplier.co.uk/fhir/Patient?_page=2'],
    ['https://api.gp-supplier.co.uk:443/fhir/x', 'https://api.gp-supplier.co.uk/fhir/x'],
    ['https://api.gp-supplier.co.uk/fhir?_getpages=1', 'https://api.gp-supplier.co.uk/fhir?_getpages=1'],
    ['https://api.gp-supplier.co.uk/fhir/', 'https://api.gp-supplier.co.uk/fhir/'],
    ['?_page=2', 'https://api.gp-supplier.co.uk/fhir/?_page=2'],
    ['Patient/a%20b', 'https://api.gp-supplier.co.uk/fhir/Patient/a%20b'],
    [
      'Patient?next=https%3A%2F%2Fevil.com%2F..',
      'https://api.gp-supplier.co.uk/fhir/Patient?next=https%3A%2F%2Fevil.com%2F..',
    ],
    ['Patient/x/../1', 'https://api.gp-supplier.co.uk/fhir/Patient/1'],
    ['Patient/$export', 'https://api.gp-supplier.co.uk/fhir/Patient/$export'],
  ])('SG-05: %s', (address, whole) => {
    expect(underBase(address, base)?.href).toBe(whole)
  })
})

describe('SG-05: redirects', () => {
  const answers: [string, (response: ServerResponse) => void][] = [301, 302, 303, 307, 308].map((status) => [
    String(status),
    (response) => response.writeHead(status, { location: `http://127.0.0.1:${inside.port()}/` }).end(),
  ])
  answers.push(
    ['302 to metadata', (r) => r.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end()],
    ['302 under the base', (r) => r.writeHead(302, { location: '/fhir/elsewhere' }).end()],
    ['300 with a Refresh', (r) => r.writeHead(300, { refresh: `0;url=http://127.0.0.1:${inside.port()}/` }).end()],
    ['201 with a Location', (r) => r.writeHead(201, { location: `http://127.0.0.1:${inside.port()}/` }).end()],
    [
      '200 with Link and Alt-Svc',
      (r) =>
        r
          .writeHead(200, {
            link: `<http://127.0.0.1:${inside.port()}/>; rel=next`,
            'alt-svc': `http/1.1="127.0.0.1:${inside.port()}"`,
          })
          .end(),
    ],
  )

  it.each(answers)('SG-05: %s is an answer, and is not followed', async (name, answer) => {
    const asked: string[] = []
    const port = await http((request, response) => {
      asked.push(request.url!)
      answer(response)
    })
    const client = createClient({ base: `http://sandbox.test:${port}/fhir`, token: 't', testRanges: [], sandbox })
    const { status, headers } = await client.ask({ to: 'Patient' })
    expect(status).toBe(Number.parseInt(name, 10))
    if (headers.location?.startsWith('http')) expect(client.under(headers.location)).toBeUndefined()
    await client.ask({ to: 'Patient' })
    expect(asked).toEqual(['/fhir/Patient', '/fhir/Patient'])
  })
})
