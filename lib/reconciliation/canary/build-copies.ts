import { once } from 'node:events'
import { copyFileSync, createWriteStream, linkSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzip } from '../input/gunzip'
import { readBlocks } from '../input/open-file'
import { splitLines } from '../input/split-lines'
import type { Rewriting } from './choose-hosts'

/** The invented patients' file. It stands after all others, so that it moves no file of the run before. */
const inventedName = '~canary.ndjson'

/**
 * Copies the data files of a side to another folder. Files that stay are linked, not copied, where the disk can; files with
 * a planted loss are written anew, plain even where they were zipped. `paths` are the files as the engine numbers them.
 */
export async function buildCopy(
  from: string,
  to: string,
  paths: readonly string[],
  rewriting: Rewriting,
  more: readonly string[],
): Promise<void> {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const [file, path] of paths.entries()) {
    mkdirSync(dirname(join(to, path)), { recursive: true, mode: 0o700 })
    const lines = rewriting.get(file)
    if (lines) await rewrite(join(from, path), join(to, path.replace(/\.gz$/, '')), lines)
    else linkOrCopy(join(from, path), join(to, path))
  }
  writeFileSync(join(to, inventedName), more.map((line) => `${line}\n`).join(''), { mode: 0o600 })
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}

async function rewrite(from: string, to: string, lines: ReadonlyMap<number, string[]>): Promise<void> {
  const out = createWriteStream(to, { mode: 0o600 })
  const blocks = readBlocks(from)
  for await (const { number, bytes } of splitLines(
    from.endsWith('.gz') ? gunzip(blocks) : blocks,
    Number.MAX_SAFE_INTEGER,
  )) {
    const instead = lines.get(number)
    const text = instead ? instead.map((line) => `${line}\n`).join('') : Buffer.concat([bytes!, Buffer.from('\n')])
    if (text.length > 0 && !out.write(text)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
