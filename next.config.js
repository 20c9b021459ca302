/** @type {import('next').NextConfig} */
const config = {
  agentRules: false,
  images: { unoptimized: true },
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  reactCompiler: true,
  reactStrictMode: true,
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'pino', 'better-auth'],
  experimental: {
    agentUpgrade: false,
    authInterrupts: true,
    // The gate in lib/server/origin-check.ts is narrower, and by path.
    serverActions: { bodySizeLimit: 8_000_000 },
    turbopackFileSystemCacheForBuild: false,
    turbopackRustReactCompiler: true,
  },
  turbopack: {
    root: import.meta.dirname,
    // Messages are compiled on the server (lib/i18n/catalogue), so the ICU parser stays out of the browser.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
};

export default config;
