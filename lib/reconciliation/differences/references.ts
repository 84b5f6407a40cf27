import type { Side } from '../compare/side'

/** What references lead to; the trees alone cannot say. */
export type References = {
  /** Whether a reference of the source and one of the target lead to the same thing. */
  same: (before: string, after: string) => boolean
  /** A word for what a reference leads to, equal on both sides where the thing is: items of arrays are aligned by it. */
  word: (side: Side, text: string) => string
}
