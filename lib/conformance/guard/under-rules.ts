const longest = 8_192
const forbidden = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Cs}\\#]/u

/**
 * SG-05: an address that the server gave us (a link, a Location, a file of an export), made whole; undefined unless it lies under the
 * base. Origin and path are compared as parsed, so a look-alike beginning (`https://base.evil`, `/fhirx`) is none; and a path that
 * some other program might read otherwise (`%2f`, `..;`, twice encoded) is refused.
 */
export function underBase(address: string, base: URL): URL | undefined {
  if (address.length > longest || forbidden.test(address) || !URL.canParse(address, base)) return undefined
  const url = new URL(address, base)
  // `https:evil` would be read as a path by some and as a host by others.
  if (/^[a-z][a-z0-9+.-]*:(?!\/\/[^/])/i.test(address)) return undefined
  const authority = /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?]*)/i.exec(address)?.[1] ?? ''
  if (authority.includes('@') || url.username !== '' || url.password !== '') return undefined
  if (url.origin !== base.origin || url.origin === 'null') return undefined
  // Some servers page at the base itself, without its last slash: `https://host/fhir?page=2`.
  if (!url.pathname.startsWith(base.pathname) && `${url.pathname}/` !== base.pathname) return undefined
  return url.pathname.slice(base.pathname.length).split('/').every(isPlainSegment) ? url : undefined
}

function isPlainSegment(segment: string): boolean {
  let text = segment
  for (let round = 0; round < 4; round++) {
    if (/[/\\\p{Cc}]/u.test(text) || /^\.{1,2}(;|$)/.test(text)) return false
    const next = decoded(text)
    if (next === undefined) return false
    if (next === text) return true
    text = next
  }
  return false
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
