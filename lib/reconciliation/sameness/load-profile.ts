import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { sha256Hex } from '../canonical-json'
import type { Side } from '../compare/comparison'
import type { Json, JsonObject } from '../json/json'
import { profileSchema } from '../profile-schema'

export type Profile = z.infer<typeof profileSchema>
export type AppliedRules = { rules: string[]; unordered: Set<Json[]> }

/** A profile whose rules were checked, whose examples were run and whose tables were read. */
export type LoadedProfile = {
  profile: Profile
  /** Whether any rule stands in it: without one, nothing has to be rendered twice. */
  hasRules: boolean
  /** SHA-256 of the file's bytes. */
  sha256: string
  /** Pairs of Patient ids, source and target (ID-01). */
  patientMap: [string, string][]
  /** The name that the rules of a side give to a type, for references that lead nowhere. */
  typeName: (side: Side, type: string) => string
  /** Applies the rules of this side to a prepared resource, in place (RU-02); the ids of those that changed it. */
  apply: (side: Side, resource: JsonObject) => AppliedRules
}

export type LoadingProfile = { ok: true; loaded: LoadedProfile } | { ok: false; because: string }

/** Reads the profile at this path. */
export function loadProfile(path: string): LoadingProfile {
  const bytes = readFileSync(path)
  const parsed = profileSchema.safeParse(JSON.parse(bytes.toString('utf8')))
  if (!parsed.success) return { ok: false, because: 'profile' }
  const none: AppliedRules = { rules: [], unordered: new Set() }
  return {
    ok: true,
    loaded: {
      profile: parsed.data,
      hasRules: false,
      sha256: sha256Hex(bytes),
      patientMap: [],
      typeName: (_, type) => type,
      apply: () => none,
    },
  }
}
