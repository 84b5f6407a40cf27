/**
 * How much memory the embedded database may keep pages in, in MiB: an eighth of the machine's, at least what PostgreSQL takes by
 * itself (128), at most 1,024. What it keeps there it reads without asking the system, which decides how long the slowest of a
 * hundred reads takes. It is taken only as pages come in.
 */
export function pageMemory(machineBytes: number): number {
  return Math.min(1_024, Math.max(128, Math.floor(machineBytes / 8 / 2 ** 20)))
}
