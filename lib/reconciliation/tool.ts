import { kernelSha256 } from './kernel/kernel-hash'
import type { Tool } from './report'

const release = { name: 'gp-reconcile', version: '1.0.0' }

/** What this checker calls itself in its reports, by engine. The version rises with every change to what it finds. */
export const thisTool: Tool = { ...release, wasmSha256: null, engine: 'reference' }
export const kernelTool: Tool = { ...release, wasmSha256: kernelSha256, engine: 'wasm' }
