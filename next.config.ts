import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'

const here = dirname(fileURLToPath(import.meta.url))

const config: NextConfig = {
  // A lock file in a folder above would make the bundler guess another root.
  turbopack: { root: here },
  outputFileTracingRoot: here,
  poweredByHeader: false,
  devIndicators: false,
  serverExternalPackages: ['pg', 'pino', 'nodemailer', '@node-rs/argon2', 'pg-boss', 'pdfkit'],
  experimental: {
    // A public file of 20 MB and its form: both the proxy in front and the action must let it through.
    serverActions: { bodySizeLimit: '21mb' },
    proxyClientMaxBodySize: '21mb',
    // A page is loaded when somebody first asks for it: all of them at once would be 40 MB that most hours do not need.
    preloadEntriesOnStart: false,
  },
  // A file ending is not a folder: the register's JSON has its own route.
  rewrites: async () => [{ source: '/register/:module/:version.json', destination: '/register/:module/:version/json' }],
  typescript: { ignoreBuildErrors: true }, // `npm test` runs the type checker once, over everything
}

export default config
