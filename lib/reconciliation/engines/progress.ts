import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Progress } from '../compare/comparison'
import { listFiles } from '../input/list-files'

/** A counter of bytes read that tells `progress` of them at most once a second, and at the end. */
export function byteProgress(folders: string[], progress: Progress | undefined): (bytes: number) => void {
  if (!progress) return () => {}
  const total = folders.reduce((sum, folder) => sum + bytesOf(folder), 0)
  let done = 0
  let told = performance.now()
  return (bytes) => {
    done += bytes
    if (done < total && performance.now() - told < 1000) return
    told = performance.now()
    progress(done, total)
  }
}

/** A folder that cannot be read counts nothing here: reading it says so. */
function bytesOf(folder: string): number {
  try {
    return listFiles(folder).reduce((sum, path) => sum + statSync(join(folder, path)).size, 0)
  } catch {
    return 0
  }
}
