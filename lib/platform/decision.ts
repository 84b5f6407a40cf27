/** What a policy answers. A denial always says why, in words for the person who was denied. */
export type Decision = { allowed: true } | { allowed: false; because: string }

export const allow: Decision = { allowed: true }

export const deny = (because: string): Decision => ({ allowed: false, because })
