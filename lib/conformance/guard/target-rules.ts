import { isIP } from 'node:net'
import { domainToUnicode } from 'node:url'
import { isInternalName } from './internal-names'
import { noSandbox, type Pin, type Sandbox } from './sandbox-rules'

/** Why an address is refused: for our eyes. The supplier is told TARGET_NOT_ALLOWED and no more (SG-08). */
export type Refusal =
  | 'TOO_LONG'
  | 'FORBIDDEN_CHARACTER'
  | 'NOT_AN_ADDRESS'
  | 'SCHEME'
  | 'USERINFO'
  | 'FRAGMENT'
  | 'PORT'
  | 'IP_LITERAL'
  | 'HOST_NAME'
  | 'HOST_DISGUISED'
  | 'INTERNAL_NAME'
  | 'QUERY'
  | 'PATH_DISGUISED'

export type Target = { allowed: true; url: URL; pin: Pin | undefined } | { allowed: false; reason: Refusal }

const longest = 2_048
/** What the parser would drop, fold or draw unseen: controls, every blank, soft hyphen, joiners, marks of direction, and `\`. */
const forbidden = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Cs}\p{Co}\\]/u

/**
 * SG-01: may this address, as a supplier typed it, be asked at all? Judged after WHATWG parsing, without a last dot; and what the
 * parser had to mend is refused too, because other programs mend it otherwise.
 */
export function judgeTarget(typed: string, sandbox: Sandbox = noSandbox): Target {
  if (typed.length > longest) return refused('TOO_LONG')
  if (forbidden.test(typed)) return refused('FORBIDDEN_CHARACTER')
  const [, scheme, authority] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/i.exec(typed) ?? []
  if (scheme === undefined || authority === undefined || !URL.canParse(typed)) return refused('NOT_AN_ADDRESS')
  const url = new URL(typed)
  if (authority.includes('@') || url.username !== '' || url.password !== '') return refused('USERINFO')
  if (typed.includes('#')) return refused('FRAGMENT')
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.slice(0, -1)
  const host = url.hostname
  const pin = sandbox.get(bare(host))
  if (pin) return judgePinned(url, pin)
  if (url.protocol !== 'https:') return refused('SCHEME')
  if (url.port !== '' || !/^[^:]*(:443)?$/.test(authority.replace(/^\[.*\]/, ''))) return refused('PORT')
  if (isIP(bare(host)) !== 0) return refused('IP_LITERAL')
  if (!isHostName(host)) return refused('HOST_NAME')
  if (isInternalName(host)) return refused('INTERNAL_NAME')
  if (!isHonest(authority, host)) return refused('HOST_DISGUISED')
  return { allowed: true, url, pin: undefined }
}

/** As `judgeTarget`, for the base of a server: no query, and a path that every program reads alike. Ends with `/`. */
export function judgeBase(typed: string, sandbox: Sandbox = noSandbox): Target {
  const target = judgeTarget(typed, sandbox)
  if (!target.allowed) return target
  if (typed.includes('?')) return refused('QUERY')
  if (!target.url.pathname.endsWith('/')) target.url.pathname += '/'
  if (/%|\/\/|;/.test(target.url.pathname)) return refused('PATH_DISGUISED')
  return target
}

/** SG-10: the deployment has named this host, so scheme, port and range are its own affair; everything else still holds. */
function judgePinned(url: URL, pin: Pin): Target {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refused('SCHEME')
  if (pin.port !== undefined && url.port !== '' && Number(url.port) !== pin.port) return refused('PORT')
  return { allowed: true, url, pin }
}

function isHostName(host: string): boolean {
  return host.length <= 253 && host.split('.').every((label) => /^(?!-)[a-z0-9-]{1,63}(?<!-)$/.test(label))
}

/** The host as typed reads as the host that is asked, but for the case of its letters: no `①`, no `ｅ`, no `%65`, no `。`. */
function isHonest(authority: string, host: string): boolean {
  const typed = authority.replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase().normalize('NFC')
  return typed === host || typed === domainToUnicode(host)
}

/** An IPv6 host without its brackets. */
export function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1')
}

function refused(reason: Refusal): Target {
  return { allowed: false, reason }
}
