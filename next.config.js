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
    turbopackRustReactCompiler: true,
  },
  turbopack: { root: import.meta.dirname },
};

export default config;
