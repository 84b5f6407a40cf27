import type { Step } from './finding'

const plain = /^[A-Za-z_$@:][A-Za-z0-9_$@:-]{0,63}$/

/**
 * A place in a resource as people write it: `dosageInstruction[0].text`. A key that no standard would have stands as `*`:
 * a broken export may hold a name or a number there, and a path travels further than a value.
 */
export function pathText(steps: readonly Step[]): string {
  return steps
    .map((step, i) => {
      if (typeof step === 'number') return `[${step}]`
      const key = plain.test(step) && !/\d{6}/.test(step) ? step : '*'
      return i === 0 ? key : `.${key}`
    })
    .join('')
}

/** The first key, without the underscore of a primitive's companion: `_status` speaks of `status`. */
export const fieldOf = (steps: readonly Step[]): string => keyName(steps[0])

/** The last key; indices are passed over. */
export const lastKeyOf = (steps: readonly Step[]): string =>
  keyName([...steps].reverse().find((step) => typeof step === 'string'))

export const keysOf = (steps: readonly Step[]): string[] =>
  steps.filter((step) => typeof step === 'string').map((key) => keyName(key))

const keyName = (step: Step | undefined): string => (typeof step === 'string' ? step.replace(/^_/, '') : '')
