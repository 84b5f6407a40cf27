import type { Side } from '../compare/side'
import type { LoadedProfile } from '../sameness/load-profile'
import { tag } from './kernel-keys'
import type { Kernel } from './kernel-program'

/** What a kernel must know of the rules of a side: lines of which types leave it (EN-04), and new names of types. */
export type TouchedTypes = { all: boolean; asked: string[]; renames: [from: string, to: string][] }

/** Only resources of a type that a rule of this side names are finished by the host; a rule for every type takes all. */
export function touchedTypes(side: Side, { profile, typeName }: LoadedProfile): TouchedTypes {
  const rules = profile.rules.filter((rule) => rule.side === 'both' || rule.side === side)
  const renaming = rules.filter((rule) => rule.kind === 'type')
  return {
    all: rules.some(({ type }) => type === '*'),
    asked: [...new Set(['Patient', ...rules.map(({ type }) => type), ...renaming.map(({ to }) => to)])],
    renames: [...new Set(renaming.map(({ type }) => type))].map((type) => [type, typeName(side, type)]),
  }
}

/** Tells a kernel so, for the lines it reads from now on. What it was told of another side no longer holds, or does no harm. */
export function setTouched(kernel: Kernel, { all, asked, renames }: TouchedTypes): void {
  const { exports } = kernel
  exports.askForAll(all ? 1 : 0)
  for (const type of asked) if (type !== '*') exports.askFor(exports.typeNumber(...kernel.lendText(type)))
  const hash = (type: string) => exports.hashBytesA(...kernel.lendText(type), tag.type)
  exports.clearRenames()
  for (const [from, to] of renames) exports.addRename(hash(from), hash(to))
}
