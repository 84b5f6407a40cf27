import { isIP } from 'node:net'

/** One host of a sandbox: where it stands, and on which port it may be asked (any, where left out). */
export type Pin = { ip: string; port?: number }
/** By host name, in lower case. */
export type Sandbox = ReadonlyMap<string, Pin>
export const noSandbox: Sandbox = new Map()

/**
 * Reads `host=ip` or `host=ip:port` (`host=[ip]:port` for IPv6); undefined where it is neither.
 *
 * SG-10: only code that has read a flag of the command line or the configuration of the deployment may call this, never with
 * anything out of a job or a row: whoever may write here may point the runner at its own machine.
 */
export function parsePin(text: string): { host: string; pin: Pin } | undefined {
  const [, typedHost, address] = /^([^=\s]+)=(\S+)$/.exec(text) ?? []
  if (typedHost === undefined || address === undefined) return undefined
  const host = typedHost.toLowerCase()
  const pin = pinOf(address)
  if (!pin || !/^[a-z0-9.-]+$/.test(host)) return undefined
  // A literal is never looked up (SG-04), so it can only be pinned to itself.
  if (isIP(host) !== 0 && host !== pin.ip) return undefined
  return { host, pin }
}

/** The whole list; undefined where one line of it cannot be read. */
export function parseSandbox(lines: readonly string[]): Sandbox | undefined {
  const pins = lines.map(parsePin)
  if (pins.some((pin) => pin === undefined)) return undefined
  return new Map(pins.map((line) => [line!.host, line!.pin]))
}

function pinOf(address: string): Pin | undefined {
  if (isIP(address) !== 0) return address.includes('%') ? undefined : { ip: address }
  const [, v6, v4, digits] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(address) ?? []
  const ip = v6 ?? v4
  if (ip === undefined || isIP(ip) !== (v6 === undefined ? 4 : 6) || ip.includes('%')) return undefined
  if (digits === undefined) return { ip }
  const port = Number(digits)
  return port >= 1 && port <= 65_535 ? { ip, port } : undefined
}
