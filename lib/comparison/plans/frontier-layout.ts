import type { ShownPlan } from './shown-plans'

/** The frame of the picture in its own units: on a screen 320 px wide it is drawn nearly one to one. */
export const frame = { width: 320, height: 270, left: 64, right: 12, top: 14, bottom: 44 } as const
/** Side of a target that a finger can hit where the picture is smallest, in units of the frame. */
const target = 27
const label = { width: 20, height: 16 } as const

export type FrontierPoint = {
  shown: ShownPlan
  x: number
  y: number
  /** Middle of its number; null where no place was free: the table has it. */
  label: { x: number; y: number } | null
  /** Whether there is room for it to be a link here; the table links every plan. */
  isLink: boolean
}
export type FrontierDrawing = {
  points: FrontierPoint[]
  /** Marks of the cost scale, whole pounds, and of the worth scale, points. */
  costMarks: { pounds: number; y: number }[]
  worthMarks: { worth: number; x: number }[]
}

/**
 * Where each plan stands by worth (across) and cost (up), with numbers beside the points that never overlap one another and stay in
 * the frame. Costs are drawn from the mark beneath the least, not from nothing: the scale says so.
 */
export function frontierLayout(plans: ShownPlan[], wholeWorth: number): FrontierDrawing {
  const pounds = plans.map(({ plan }) => Number(BigInt(plan.costPence)) / 100)
  const costMarks = marksBetween(Math.min(...pounds), Math.max(...pounds))
  const most = Math.max(wholeWorth, ...plans.map(({ plan }) => plan.worth), 1)
  const [low, high] = [costMarks[0]!, costMarks.at(-1)!]
  const x = (worth: number) => frame.left + (worth / most) * (frame.width - frame.left - frame.right)
  const y = (cost: number) =>
    frame.height - frame.bottom - ((cost - low) / (high - low)) * (frame.height - frame.top - frame.bottom)
  const placed = plans.map((shown, i) => ({ shown, x: x(shown.plan.worth), y: y(pounds[i]!) }))
  const step = Math.max(1, Math.ceil(most / 7))
  return {
    points: withRoom(placed),
    costMarks: costMarks.map((mark) => ({ pounds: mark, y: y(mark) })),
    worthMarks: Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => ({ worth: i * step, x: x(i * step) })),
  }
}

type Place = { x: number; y: number }
type Box = { left: number; right: number; top: number; bottom: number }
const boxOf = ({ x, y }: Place, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
})
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const isInside = ({ left, right, top, bottom }: Box): boolean =>
  left >= frame.left && right <= frame.width && top >= 0 && bottom <= frame.height - frame.bottom

/** Eight places around a point, near ones first. */
const around = [16, 26].flatMap((far) =>
  [
    [0, -1],
    [1, -1],
    [1, 0],
    [1, 1],
    [0, 1],
    [-1, 1],
    [-1, 0],
    [-1, -1],
  ].map(([dx, dy]) => ({ x: dx! * far, y: dy! * far })),
)

function withRoom(placed: { shown: ShownPlan; x: number; y: number }[]): FrontierPoint[] {
  const dots = placed.map((at) => boxOf(at, 12, 12))
  const labels: Box[] = []
  const targets: Box[] = []
  return placed.map((at) => {
    const free = around
      .map(({ x, y }) => ({ x: at.x + x, y: at.y + y }))
      .find((place) => {
        const box = boxOf(place, label.width, label.height)
        return isInside(box) && [...labels, ...dots].every((other) => !meet(box, other))
      })
    if (free) labels.push(boxOf(free, label.width, label.height))
    const touch = boxOf(at, target, target)
    const isLink = targets.every((other) => !meet(touch, other))
    if (isLink) targets.push(touch)
    return { ...at, label: free ?? null, isLink }
  })
}

/** At most seven round marks from beneath the least to above the greatest, at least two. */
export function marksBetween(least: number, most: number): number[] {
  const rough = Math.max((most - least) / 5, 1)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough)!
  const first = Math.floor(least / step) * step
  const marks = [first]
  while (marks.at(-1)! < most || marks.length < 2) marks.push(marks.at(-1)! + step)
  return marks
}
