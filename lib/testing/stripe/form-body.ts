export type FormValue = string | { [name: string]: FormValue }

/** `a[b][0]=c` of a request to `{a: {b: {0: 'c'}}}`: leaves are text, lists are objects with numbers as names. */
export function readForm(text: string): Record<string, FormValue> {
  const root: Record<string, FormValue> = Object.create(null)
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.replaceAll(']', '').split('[')
    let at = root
    for (const step of path.slice(0, -1)) {
      const next = at[step]
      const inner: Record<string, FormValue> = typeof next === 'object' ? next : Object.create(null)
      at[step] = inner
      at = inner
    }
    const last = path.at(-1)!
    at[last === '' ? String(Object.keys(at).length) : last] = value
  }
  return root
}
