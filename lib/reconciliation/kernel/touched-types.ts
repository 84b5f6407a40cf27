import type { Side } from '../compare/comparison'
import type { LoadedProfile } from '../sameness/load-profile'
import { tag } from './kernel-keys'
import type { Kernel } from './kernel-program'

/** EN-04: only resources of a type that a rule of this side names leave the kernel; a rule for every type takes all. */
export function askForRuledTypes(kernel: Kernel, side: Side, { profile }: LoadedProfile): void {
  for (const rule of profile.rules) {
    if (rule.side !== 'both' && rule.side !== side) continue
    if (rule.type === '*') kernel.exports.askForAll(1)
    else kernel.exports.askFor(kernel.exports.typeNumber(...kernel.lendText(rule.type)))
    if (rule.kind === 'type') kernel.exports.askFor(kernel.exports.typeNumber(...kernel.lendText(rule.to)))
  }
}

/** The names that the rules of a side give to types, for references: what they lead to is compared by its new name. */
export function setRenames(kernel: Kernel, side: Side, { profile, typeName }: LoadedProfile): void {
  kernel.exports.clearRenames()
  const hash = (type: string) => kernel.exports.hashBytesA(...kernel.lendText(type), tag.type)
  const from = new Set(profile.rules.filter(({ kind }) => kind === 'type').map(({ type }) => type))
  for (const type of from) kernel.exports.addRename(hash(type), hash(typeName(side, type)))
}
