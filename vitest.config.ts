import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '')

/** `server-only` throws outside the web server; here it is nothing. */
export default defineConfig({
  resolve: { alias: { '@': here, 'server-only': `${here}/lib/testing/server-only.ts` } },
  test: {
    include: [
      'lib/**/*.test.ts',
      'components/**/*.test.{ts,tsx}',
      'app/**/*.test.ts',
      'prisma/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    globalSetup: ['lib/testing/start-database.ts'],
    setupFiles: ['lib/testing/set-up.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: 'America/New_York' },
  },
})
