import type { Progress } from '../compare/comparison'
import type { Terminal } from './verb'

/** Progress once a second at most: per cent, MB a second, time left. `elapsed` gives milliseconds since the start. */
export function showProgress(io: Terminal, elapsed: () => number): Progress | undefined {
  const { progress } = io
  if (!progress) return undefined
  let last = 0
  return (done, total) => {
    const now = elapsed()
    if (now - last < 1_000) return
    last = now
    const speed = done / (now / 1_000)
    const left = speed > 0 ? (total - done) / speed : 0
    progress(`${percent(done, total)} %, ${(speed / 1e6).toFixed(1)} MB/s, about ${timeWords(left)} left`)
  }
}

const percent = (done: number, total: number): number => (total === 0 ? 100 : Math.floor((100 * done) / total))

function timeWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}
