import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { variables } from '@/lib/platform/env'

const read = (file: string) => readFileSync(file, 'utf8')
const documents = ['README.md', 'CONTRIBUTING.md', ...markdownIn('docs')]
const manifest = JSON.parse(read('package.json')) as Record<'scripts' | 'dependencies' | 'devDependencies', object>

/** The launcher and the tests set these; nobody else should. */
const internal = ['DATABASE_ROLE', 'CLOCK_OFFSET_MS']

describe('the documents', () => {
  it('.env.example lists every variable of the environment, and no other', () => {
    const listed = [...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]!)
    expect(listed.toSorted()).toEqual(variables.filter((name) => !internal.includes(name)).toSorted())
  })

  it('every variable in .env.example has a comment above it', () => {
    const lines = read('.env.example').split('\n')
    expect(lines.filter((line, i) => /^[A-Z_]+=/.test(line) && !lines[i - 1]?.startsWith('#'))).toEqual([])
  })

  it('docs/dependencies.md names every package of package.json, and no other in its tables', () => {
    const page = read('docs/dependencies.md')
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
    const rows = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]!)
    expect(rows.filter((name) => !names.includes(name))).toEqual([])
  })

  it.each(documents)('%s names only commands that exist', (file) => {
    const named = [...read(file).matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1]!)
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([])
  })

  it.each(documents)('%s links only to files that exist', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1]!)
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([])
  })
})

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
}
