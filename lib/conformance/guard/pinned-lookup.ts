import { lookup as systemLookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { Failure } from '../http/failure'
import { isPublicAddress } from './address-rules'
import type { Pin } from './sandbox-rules'

export type Found = { address: string; family: number }
/** Every address of a name. */
export type Resolve = (host: string) => Promise<Found[]>

/** The system's resolver; the last dot keeps it from trying the name inside the machine's own domains. */
export const resolveBySystem: Resolve = (host) => systemLookup(`${host}.`, { all: true })

/**
 * SG-03: the addresses that a socket may use for this name. All answers must pass: one bad among them is a name that also leads
 * inside. A host of the sandbox is where the deployment says, whatever a resolver would say (SG-10).
 * @throws Failure
 */
export async function vettedAddresses(host: string, pin: Pin | undefined, resolve: Resolve): Promise<Found[]> {
  if (pin) return [{ address: pin.ip, family: pin.ip.includes(':') ? 6 : 4 }]
  const found = await resolve(host).catch(() => [])
  if (found.length === 0) throw new Failure('NAME_NOT_FOUND')
  if (!found.every(({ address }) => isPublicAddress(address))) throw new Failure('TARGET_NOT_ALLOWED')
  return found.map(({ address }) => ({ address, family: address.includes(':') ? 6 : 4 }))
}

/**
 * The `lookup` of a socket: resolves, vets, and hands the socket those very answers, so that a name which changes its mind between
 * the look and the leap (rebinding) gains nothing. Name, SNI and certificate stay those of the host.
 * Node never calls it for an IP literal (SG-04): `guarded-connector.ts` refuses those.
 */
export function pinnedLookup(pin: Pin | undefined, resolve: Resolve, vetted: (found: Found[]) => void): LookupFunction {
  return (host, options, answer) => {
    vettedAddresses(host, pin, resolve).then(
      (all) => {
        vetted(all)
        const wanted = all.filter(({ family }) => !options.family || family === options.family)
        const [first] = wanted
        if (!first) answer(new Failure('NAME_NOT_FOUND'), [])
        else if (options.all) answer(null, wanted)
        else answer(null, first.address, first.family)
      },
      (error: Error) => answer(error, []),
    )
  }
}
