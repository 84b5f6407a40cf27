import type { Random } from '../random'

/** What nobody would type who meant well: too long, too deep, in another alphabet, with a meaning elsewhere. */
const words = [
  '',
  ' ',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '=HYPERLINK("https://attacker.example","click")',
  '../../../../etc/passwd',
  '%00%0a%0d',
  '{{7*7}}#{7*7}',
  'x'.repeat(20_000),
  '\u202eoverride\u200b',
  '👩🏽‍⚕️'.repeat(50),
  '99999999999999999999999',
  '-1',
  '1e309',
  'NaN',
  '0x1f',
  '£1,000.005',
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  'null',
  '[]',
  '{"__proto__":{"role":"curator"}}',
  '00000000-0000-0000-0000-000000000000',
]

export const rubbishWord = (random: Random): string => random.pick(words)

/** What somebody means who fills in a form without reading it. */
export function plausibleWord(random: Random, type: string, was: string): string {
  if (type === 'email') return `somebody-${random.between(1, 9_999)}@else.example`
  if (type === 'date') return `202${random.between(6, 9)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`
  if (type === 'number') return String(random.between(0, 500))
  if (type === 'password') return 'a wrong password of some length'
  if (was !== '' && random.next() < 0.7) return was
  return random.pick(['12', '1.26', '36', 'A text of more than twenty characters', 'DEMO01', 'Riverside', 'C000001-01'])
}

/** A file that no import asked for: noise, a spreadsheet's formulas, half a line, a picture's head, megabytes. */
export function rubbishFile(random: Random): File {
  const noise = Buffer.from(Array.from({ length: 2_000 }, () => random.between(0, 255)))
  const contents: [string, Buffer | string][] = [
    ['noise.bin', noise],
    ['formulas.csv', 'code,name\r\n=cmd|calc,"@SUM(A1)"\r\n+1,-1\r\n'],
    ['half.csv', 'Organisation Code,Name\r\n"A81001,"The "Surg'],
    ['empty.csv', ''],
    ['picture.png', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise])],
    ['deep.json', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['large.csv', 'a,b,c\r\n'.repeat(random.between(1, 1_200_000))],
    ['../../name.csv', 'code\r\nA81001\r\n'],
  ]
  const [name, bytes] = random.pick(contents)
  return new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)
}

const two = (n: number) => String(n).padStart(2, '0')
