import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'

/** Source files of these folders and files beside them, as the tests of the house read them: their text, and what they import. */
export function readSources(roots: string[], generated: string, besides: string[]) {
  const files = roots.flatMap((root) => walk(root, generated)).concat(besides.filter(exists))
  const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))

  const known = new Map<string, string[]>()
  /** What a file imports inside the project and of Prisma, type imports too. */
  function targets(from: string): string[] {
    if (!known.has(from)) known.set(from, readTargets(from))
    return known.get(from)!
  }
  function readTargets(from: string): string[] {
    const found = [...(sources.get(from) ?? '').matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((m) => m[1]!)
    return found.flatMap((name) => {
      if (name.startsWith('@prisma/')) return [name]
      if (!name.startsWith('@/') && !name.startsWith('.')) return []
      const path = name.startsWith('@/') ? name.slice(2) : relative('.', normalize(join(dirname(from), name)))
      return [[`${path}.ts`, `${path}.tsx`, path].find((p) => sources.has(p)) ?? path]
    })
  }

  /** Everything that a file imports, and what that imports, and so on. */
  function reach(file: string): Set<string> {
    const seen = new Set<string>()
    const queue = [file]
    for (const at of queue) for (const to of targets(at)) if (!seen.has(to)) queue.push(to) && seen.add(to)
    return seen
  }

  return { files, sources, targets, reach }
}

export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined
}

function walk(folder: string, generated: string): string[] {
  if (!exists(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (path === generated || entry.name === 'node_modules') return []
    return entry.isDirectory() ? walk(path, generated) : /\.(tsx?|mjs)$/.test(entry.name) ? [path] : []
  })
}
