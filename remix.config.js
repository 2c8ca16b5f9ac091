// This file is the Vite config: every script passes `-c remix.config.js`, and there is no vite.config.ts.
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import { paraglideOptions } from './app/i18n/project.inlang/options.js'

export default defineConfig({
  plugins: [
    tailwindcss(),
    paraglideVitePlugin(paraglideOptions),
    remix({
      appDirectory: 'app',
      buildDirectory: 'build',
      ignoredRouteFiles: ['**/.*'],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        // Off on purpose: its /__manifest endpoint costs 0.7 s of CPU for one 7 kB request.
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
  // All that browsers get, named here: looking for more, Vite meets the server's packages while the first page loads, starts
  // over, and that page breaks on two Reacts.
  optimizeDeps: {
    noDiscovery: true,
    include: [
      'react',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'react-dom/client',
      '@remix-run/react',
      'zod',
      'markdown-it',
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
    ],
  },
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0 },
})
