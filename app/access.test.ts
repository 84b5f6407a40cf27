import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addresses, publicActions } from '@/e2e/access/matrix'

const files = walk('app')

describe('the access matrix', () => {
  it('names every address, and no address that is gone', () => {
    const found = files.filter((file) => /\/(page\.tsx|route\.ts)$/.test(file)).map(addressOf)
    expect(found.sort()).toEqual(Object.keys(addresses).sort())
  })

  const actions = files
    .filter((file) => file.endsWith('actions.ts'))
    .flatMap((file) => actionsOf(file).map((action) => ({ file, ...action })))

  it.each(actions.map((a) => [`${a.file}#${a.name}`, a.body] as const))(
    '%s asks who is there before it does anything',
    (name, body) => {
      const first = publicActions.includes(name) ? 'readContext' : 'requireContext'
      expect(name.startsWith('app/switches/') && body.includes('return act(') ? shared(name) : body).toMatch(
        new RegExp(`^\\s*[^\\n]*await ${first}\\(\\)`),
      )
    },
  )

  it('every action file is marked as one', () => {
    expect(
      files.filter((file) => file.endsWith('actions.ts') && !readFileSync(file, 'utf8').startsWith("'use server'")),
    ).toEqual([])
  })
})

/** The switch's many acts share one body in a file beside theirs, which they import: that body must ask. */
function shared(name: string): string {
  const file = name.split('#')[0]!
  if (!readFileSync(file, 'utf8').includes("import { act } from './act'")) return 'no shared body'
  const source = readFileSync(join(dirname(file), 'act.ts'), 'utf8')
  return /async function act\b[^\n]*\{\n([\s\S]*?)\n\}/.exec(source)?.[1] ?? 'no shared body'
}
function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}
function addressOf(file: string): string {
  return file.replace(/^app/, '').replace(/\/(page\.tsx|route\.ts)$/, '') || '/'
}
function actionsOf(file: string): { name: string; body: string }[] {
  return [...readFileSync(file, 'utf8').matchAll(/export async function (\w+)\([^)]*\)[^{]*\{\n([\s\S]*?)\n\}/g)].map(
    (m) => ({ name: m[1]!, body: m[2]! }),
  )
}
