import type { Tool } from './report'

/** What this checker calls itself in its reports. The version rises with every change to what it finds. */
export const thisTool: Tool = { name: 'gp-reconcile', version: '0.1.0', wasmSha256: null, engine: 'reference' }
