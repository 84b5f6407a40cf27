import { readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/**
 * IN-01: the data files of a folder and its sub-folders, as paths with `/`, in code unit order, so that every machine reads
 * them in the same order. A link to a file counts as one; a link to a folder is not followed, because it may lead in
 * circles; one that leads nowhere is listed, so that reading it fails instead of passing it over.
 */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => /\.ndjson(\.gz)?$/.test(entry.name))
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .filter(({ entry, path }) => entry.isFile() || (entry.isSymbolicLink() && !leadsToFolder(path)))
    .map(({ path }) => relative(folder, path).split(sep).join('/'))
    .sort()
}

const leadsToFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
