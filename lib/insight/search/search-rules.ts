import { type FoundGroup, foundKinds } from './found'

const longest = 100
const fewest = 2

/** What was typed, tidied, of at most 100 characters. */
export const tidied = (typed: string): string => typed.trim().replace(/\s+/g, ' ').slice(0, longest).trim()

/** One letter finds everything, which is nothing. */
export const isEnough = (text: string): boolean => [...text].length >= fewest

/** A code that nobody has is not a word spelt wrong. */
export const mayBeMisspelt = (text: string): boolean => !/\d/.test(text)

/** Whether one of these names or codes is just what was typed. */
export const isExact = (text: string, ...names: (string | null)[]): boolean =>
  names.some((name) => name?.toLowerCase() === text.toLowerCase())

/** Groups that found something: those first in which something bears just this name or code, then in their order. */
export function inOrder(groups: FoundGroup[]): FoundGroup[] {
  const place = (group: FoundGroup) => (group.found.some((one) => one.exact) ? 0 : 1)
  return groups
    .filter((group) => group.total > 0)
    .sort((a, b) => place(a) - place(b) || foundKinds.indexOf(a.kind) - foundKinds.indexOf(b.kind))
}
