/** The fields of a statement, as its kinds are written with them. */
export const text = (label: string, hint?: string) => ({ type: 'text' as const, label, hint })
export const count = (label: string, hint?: string) => ({ type: 'count' as const, label, hint })
export const day = (label: string) => ({ type: 'day' as const, label })
export const pounds = (label: string) => ({ type: 'pounds' as const, label })
export const sha256 = (label: string) => ({ type: 'sha256' as const, label })
export const choice = (label: string, options: Record<string, string>) => ({ type: 'choice' as const, label, options })
