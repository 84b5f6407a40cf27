import asc from 'assemblyscript/asc'

/** How the kernel is compiled; the committed `kernel.wasm` is exactly what this gives (EN-01). */
const options = [
  'lib/reconciliation/kernel/assembly/kernel.ts',
  '--outFile',
  'kernel.wasm',
  '-O3',
  '--noAssert',
  '--enable',
  'simd',
  '--enable',
  'bulk-memory',
  '--runtime',
  'stub',
  '--importMemory',
  '--zeroFilledMemory',
  '--initialMemory',
  '64',
  '--maximumMemory',
  '65536',
  '--use',
  'abort=',
]

/** The bytes of the kernel, compiled from `assembly/`. @throws where it does not compile, with the compiler's words. */
export async function buildKernel(): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined
  const writeFile = (name: string, contents: string | Uint8Array) => {
    if (name.endsWith('.wasm')) bytes = contents as Uint8Array
  }
  const { error, stderr } = await asc.main(options, { writeFile })
  if (error || !bytes) throw new Error(`The kernel does not compile: ${stderr.toString()}`)
  return bytes
}
